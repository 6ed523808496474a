#pragma once

#if defined(__SANITIZE_ADDRESS__)
#define DRAWBRIDGE_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define DRAWBRIDGE_SANITIZED 1
#endif
#endif

namespace drawbridge::test {

/// Sanitizers need a multiple of time and memory.
#ifdef DRAWBRIDGE_SANITIZED
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

} // namespace drawbridge::test
