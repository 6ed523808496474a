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

/// Language, theme, label key and default namespace. Nothing is stored before OK.
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

private:
    void fill();
    void check();

    QComboBox *m_language;
    QComboBox *m_theme;
    QLineEdit *m_labelKey;
    QLineEdit *m_namespace;
    QLabel *m_problem;
    Announcer *m_announcer;
    QPushButton *m_ok = nullptr;
};

} // namespace drawbridge
