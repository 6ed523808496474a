#pragma once

#include "base/diagnostic.h"
#include "kube/workspace.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QIcon>

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace drawbridge {

/// Problems, the gravest first: kind, sentence, place. Equal problems that only moved in the text
/// change no row but in its place. Texts are made when a row is shown.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Sentence, Fix, Spot, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(const kube::Workspace &workspace, std::vector<Diagnostic> problems);
    const std::vector<Diagnostic> &problems() const { return m_problems; }
    /// What can be done about a problem in words, a line each; empty if nothing. Asked when a row
    /// is shown.
    using FixWords = std::function<QString(const Diagnostic &)>;
    void setFixWords(FixWords words) { m_fixWords = std::move(words); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Where a problem is, for people.
    struct Line
    {
        std::string path;
        std::size_t number = 0; ///< 0: nowhere in particular
    };

    QString spot(std::size_t row) const;
    QString fixWords(std::size_t row) const;
    QVariant text(std::size_t row, int column) const;
    QString tip(std::size_t row, int column) const;
    QIcon icon(Severity severity) const;

    std::vector<Diagnostic> m_problems;
    std::vector<Line> m_lines;
    FixWords m_fixWords;
    mutable std::vector<std::optional<QString>> m_fixes; ///< as far as they were asked for
    /// By severity, with the colour of the theme they were made in. Qt keeps what it paints of each
    /// icon, for each that is new.
    mutable std::map<Severity, std::pair<QColor, QIcon>> m_icons;
};

} // namespace drawbridge
