#pragma once

#include "canvas/scene.h"

#include <cstdint>
#include <map>

namespace drawbridge::canvas {

/// Ports where the scene's own pills would be too small to read: as large as can be read, where
/// there is room for that. By the arrow's index, in scene units.
using SmallPills = std::map<std::uint32_t, QRectF>;

/// The size of a pill on screen, as a share of that at 100 %.
inline constexpr double kLeastPillScale = 0.8;

/// The same whatever part of the scene is in sight. Nothing of a picture of many arrows.
SmallPills smallPills(const Scene &scene, double scale);

/// Room for the ports of these arrows, away from each other and from `besides`; where there is none
/// an arrow is left out. In scene units.
SmallPills pillsOf(const Scene &scene, const Scene::Indices &arrows, double scale,
                   const QRectF &besides);

} // namespace drawbridge::canvas
