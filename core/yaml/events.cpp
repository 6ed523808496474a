#include "yaml/events.h"

#include "source/guard.h"
#include "yaml/deaf_handler.h"
#include "yaml/error_place.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <istream>
#include <new>
#include <streambuf>
#include <utility>

namespace drawbridge::yaml {

namespace {

class MemoryBuffer : public std::streambuf
{
public:
    explicit MemoryBuffer(std::string_view text)
    {
        char *begin = const_cast<char *>(text.data()); // only ever read
        setg(begin, begin, begin + text.size());
    }
};

struct TooManyValues
{
    std::size_t place = 0;
};

/// The parser found a document after the one that we gave it.
struct SecondDocument
{
    int place = 0;
};

class Handler : public DeafHandler
{
public:
    Handler(std::string_view text, EventSink &sink) : m_text(text), m_sink(sink) {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { give(Event::Type::Null, mark); }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        give(Event::Type::Alias, mark);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                  const std::string &value) override
    {
        give(Event::Type::Scalar, mark, tag, value);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                         YAML::EmitterStyle::value style) override
    {
        give(Event::Type::Sequence, mark, tag, {}, style == YAML::EmitterStyle::Flow);
    }

    void OnSequenceEnd() override { end(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                    YAML::EmitterStyle::value style) override
    {
        give(Event::Type::Mapping, mark, tag, {}, style == YAML::EmitterStyle::Flow);
    }

    void OnMapEnd() override { end(); }

    void OnAnchor(const YAML::Mark &, const std::string &name) override { m_anchor = name; }

private:
    void give(Event::Type type, const YAML::Mark &mark, std::string_view tag = {},
              std::string_view value = {}, bool isFlow = false)
    {
        const std::size_t place = mark.pos < 0 ? 0 : std::size_t(mark.pos);
        if (++m_count > GuardLimits{}.values)
            throw TooManyValues{place};
        m_sink.take({type, isFlow, std::min(place, m_text.size()), m_anchor, tag, value});
        m_anchor.clear();
    }

    void end() { m_sink.take({Event::Type::End}); }

    std::string_view m_text;
    EventSink &m_sink;
    std::string m_anchor;    // OnAnchor comes just before its node
    std::size_t m_count = 0; ///< of values
};

class NothingMore : public DeafHandler
{
public:
    void OnDocumentStart(const YAML::Mark &mark) override { throw SecondDocument{mark.pos}; }
};

Problem errorAt(std::string_view text, Code code, std::size_t begin,
                std::vector<std::string> arguments)
{
    begin = std::min(begin, text.size());
    const std::size_t end = std::min(begin + 1, text.size());
    return {Severity::Error, code, {begin, end}, std::move(arguments), {}};
}

std::string aliasNameAt(std::string_view text, int mark)
{
    const std::size_t begin = std::min(mark < 0 ? 0 : std::size_t(mark) + 1, text.size());
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,[]{}", begin), text.size());
    return std::string(text.substr(begin, end - begin));
}

std::size_t placeOf(const YAML::Exception &error)
{
    return std::size_t(std::max(error.mark.pos, 0));
}

} // namespace

std::optional<Problem> readEvents(std::string_view text, EventSink &sink)
{
    MemoryBuffer buffer(text);
    std::istream stream(&buffer);
    try {
        YAML::Parser parser(stream);
        Handler handler(text, sink);
        // Never in a loop: of some texts the parser makes documents without end.
        if (parser.HandleNextDocument(handler)) {
            NothingMore nothingMore;
            parser.HandleNextDocument(nothingMore);
        }
    } catch (const SecondDocument &second) {
        return errorAt(text, Code::ContentAfterDocument, std::size_t(std::max(second.place, 0)),
                       {});
    } catch (const TooManyValues &many) {
        return errorAt(text, Code::TooManyValues, many.place,
                       {std::to_string(GuardLimits{}.values)});
    } catch (const YAML::Exception &error) {
        if (error.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR)
            return errorAt(text, Code::UnknownAlias, placeOf(error),
                           {aliasNameAt(text, error.mark.pos)});
        const std::size_t place = errorPlace(text, placeOf(error), error.msg);
        const bool isTab = place < text.size() && text[place] == '\t';
        return errorAt(text, Code::YamlSyntax, place,
                       {isTab ? YAML::ErrorMsg::TAB_IN_INDENTATION : error.msg});
    } catch (const std::bad_alloc &) {
        throw; // says nothing about the text
    } catch (const std::exception &error) {
        return errorAt(text, Code::YamlSyntax, 0, {error.what()});
    }
    return {};
}

} // namespace drawbridge::yaml
