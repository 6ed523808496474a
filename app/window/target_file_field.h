#pragma once

#include "base/ids.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace drawbridge {

class Document;

/// In which file new objects are written: where they belong, a file that is open, or a new one.
class TargetFileField : public QWidget
{
    Q_OBJECT

public:
    explicit TargetFileField(const Document &document, QWidget *parent = nullptr);

    QComboBox *choice() const { return m_choice; }
    QLineEdit *newName() const { return m_name; }

    /// Of an open file that was chosen; invalid for the others.
    FileId file() const;
    /// Path of the new file; empty if none was chosen, nothing and why if there can be none.
    std::optional<std::string> newFile(QString &problem) const;

signals:
    void changed();

private:
    bool isNew() const;

    const Document &m_document;
    QComboBox *m_choice;
    QLineEdit *m_name;
};

} // namespace drawbridge
