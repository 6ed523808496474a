#pragma once

#include "graph/picture.h"

#include <QString>
#include <QStringList>

namespace drawbridge {

/// What in a picture seems to be where it is not: nodes over nodes, frames over frames, nodes in
/// frames that are not theirs. Empty if all is right.
inline QString pictureFaults(const graph::Picture &picture)
{
    QStringList found;
    const auto tell = [&](const char *what, const graph::Key &a, const graph::Key &b) {
        found += QStringLiteral("%1 %2 %3")
                     .arg(QString::fromStdString(a), what, QString::fromStdString(b));
    };
    for (const graph::NodeShape &a : picture.nodes) {
        for (const graph::NodeShape &b : picture.nodes)
            if (a.node.key < b.node.key && a.rect.intersects(b.rect))
                tell("lies over", a.node.key, b.node.key);
        for (const graph::FrameShape &frame : picture.frames)
            if (a.node.frame != frame.frame.key && frame.rect.intersects(a.rect))
                tell("seems to be in", a.node.key, frame.frame.key);
    }
    for (const graph::FrameShape &a : picture.frames)
        for (const graph::FrameShape &b : picture.frames)
            if (a.frame.key < b.frame.key && a.rect.intersects(b.rect))
                tell("lies over", a.frame.key, b.frame.key);
    return found.join(QStringLiteral("; "));
}

} // namespace drawbridge
