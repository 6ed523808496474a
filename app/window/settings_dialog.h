#pragma once

#include "window/settings.h"
#include "window/theme.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace drawbridge {

class Announcer;

/// Language, theme, label key, default namespace and network plugin. Nothing is stored before OK.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(QWidget *parent = nullptr);

    Settings settings() const;
    ThemeChoice theme() const;
    QComboBox *languageBox() const { return m_language; }
    QLineEdit *labelKeyEdit() const { return m_labelKey; }
    QLineEdit *namespaceEdit() const { return m_namespace; }
    QComboBox *pluginBox() const { return m_plugin; }
    QLineEdit *pluginVersionEdit() const { return m_pluginVersion; }

private:
    void fill();
    void takePlugin();
    void check();
    QString plugin() const;

    QComboBox *m_language;
    QComboBox *m_theme;
    QLineEdit *m_labelKey;
    QLineEdit *m_namespace;
    QComboBox *m_plugin;
    QLineEdit *m_pluginVersion;
    QLabel *m_problem;
    Announcer *m_announcer;
    QPushButton *m_ok = nullptr;
};

} // namespace drawbridge
