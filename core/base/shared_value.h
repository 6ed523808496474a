#pragma once

#include <memory>
#include <utility>

namespace drawbridge {

/// A value that copies share until one of them is to change: copying costs nothing, and no copy
/// sees what another changes. Copies may be read in several threads. There is always one: what was
/// moved from keeps its own.
template <typename T>
class SharedValue
{
public:
    SharedValue() : m_value(std::make_shared<T>()) {}
    explicit SharedValue(T value) : m_value(std::make_shared<T>(std::move(value))) {}
    SharedValue(const SharedValue &) = default;
    SharedValue &operator=(const SharedValue &) = default;
    ~SharedValue() = default;

    const T &operator*() const { return *m_value; }
    const T *operator->() const { return m_value.get(); }

    /// To be changed: of a shared one this copy gets its own first.
    T &own()
    {
        own(m_value);
        return *m_value;
    }
    void set(T value) { m_value = std::make_shared<T>(std::move(value)); }
    bool isSharedWith(const SharedValue &other) const { return m_value == other.m_value; }
    /// Some copy has the same one.
    bool isShared() const { return m_value.use_count() > 1; }

    /// own() of any shared pointer.
    static void own(std::shared_ptr<T> &value)
    {
        if (!isAlone(value))
            value = std::make_shared<T>(*value);
    }
    /// No copy has it, nor reads it in another thread: what others have read of it they have read
    /// before they let it go, which counting once more sees to.
    static bool isAlone(const std::shared_ptr<T> &value)
    {
        if (value.use_count() > 1)
            return false;
        std::shared_ptr<T>(value).reset();
        return true;
    }

private:
    std::shared_ptr<T> m_value;
};

} // namespace drawbridge
