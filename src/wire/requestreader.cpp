#include "wire/exchange.h"
#include "wire/json.h"

#include <QJsonArray>
#include <QSet>

#include <simdjson.h>

// Reads what devices send. A hub reads far more than it writes, so this is done with a parser that does not build the
// document first; each change is kept as the bytes that came.

namespace doorstep::wire {

using base::Error;
using base::fail;
using base::Result;
using base::Status;
using base::Version;
namespace ondemand = simdjson::ondemand;

namespace {

// Deeper than any record; what people type has no depth.
constexpr int kMostDepth = 32;

std::string_view view(QLatin1StringView text)
{
    return {text.data(), static_cast<size_t>(text.size())};
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

auto malformed(const QString& detail, const QString& field = {})
{
    return fail(ErrorCode::InvalidValue, detail, field);
}

Result<QString> readText(ondemand::value value)
{
    std::string_view text;
    if (value.get_string().get(text))
        return malformed(QStringLiteral("expected text"));
    return textOf(text);
}

Result<qint64> readInteger(ondemand::value value)
{
    int64_t number = 0;
    if (value.get_int64().get(number))
        return malformed(QStringLiteral("expected a whole number"));
    return number;
}

Result<QJsonValue> readJson(ondemand::value value, int depth);

Result<QJsonValue> readNumber(ondemand::value value)
{
    ondemand::number number;
    if (value.get_number().get(number))
        return malformed(QStringLiteral("not a number that can be kept"));
    if (number.is_int64())
        return QJsonValue(static_cast<qint64>(number.get_int64()));
    return QJsonValue(number.as_double());
}

Result<QJsonObject> readObject(ondemand::value value, int depth)
{
    ondemand::object object;
    if (value.get_object().get(object))
        return malformed(QStringLiteral("expected an object"));
    QJsonObject json;
    for (auto member : object) {
        std::string_view name;
        ondemand::value content;
        if (member.unescaped_key().get(name) || member.value().get(content))
            return malformed(QStringLiteral("not JSON"));
        const QString key = textOf(name);
        if (json.contains(key))
            return malformed(QStringLiteral("stands there twice"), key);
        auto read = readJson(content, depth);
        if (!read)
            return malformed(read.error().detail, key);
        json.insert(key, *std::move(read));
    }
    return json;
}

Result<QJsonValue> readArray(ondemand::value value, int depth)
{
    ondemand::array array;
    if (value.get_array().get(array))
        return malformed(QStringLiteral("expected a list"));
    QJsonArray json;
    for (auto element : array) {
        ondemand::value content;
        if (element.get(content))
            return malformed(QStringLiteral("not JSON"));
        DOORSTEP_TRY_ASSIGN(const QJsonValue read, readJson(content, depth));
        json.append(read);
    }
    return QJsonValue(json);
}

Result<QJsonValue> readJson(ondemand::value value, int depth)
{
    if (depth == 0)
        return malformed(QStringLiteral("nested too deeply"));
    ondemand::json_type type = {};
    if (value.type().get(type))
        return malformed(QStringLiteral("not JSON"));
    switch (type) {
    case ondemand::json_type::object: {
        DOORSTEP_TRY_ASSIGN(QJsonObject object, readObject(value, depth - 1));
        return QJsonValue(std::move(object));
    }
    case ondemand::json_type::array:
        return readArray(value, depth - 1);
    case ondemand::json_type::string: {
        DOORSTEP_TRY_ASSIGN(const QString text, readText(value));
        return QJsonValue(text);
    }
    case ondemand::json_type::number:
        return readNumber(value);
    case ondemand::json_type::boolean: {
        bool truth = false;
        if (value.get_bool().get(truth))
            return malformed(QStringLiteral("not JSON"));
        return QJsonValue(truth);
    }
    case ondemand::json_type::null:
        if (!value.is_null())
            return malformed(QStringLiteral("not JSON"));
        return QJsonValue(QJsonValue::Null);
    }
    return malformed(QStringLiteral("not JSON"));
}

Status readBase(ondemand::value value, Change& change)
{
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, readObject(value, 2));
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const auto version = Version::fromText(it.value().toString());
        if (!version)
            return malformed(QStringLiteral("malformed base version"), it.key());
        change.change.base.insert(it.key(), *version);
    }
    return {};
}

Status readVersion(ondemand::value value, Change& change)
{
    DOORSTEP_TRY_ASSIGN(const QString text, readText(value));
    const auto version = Version::fromText(text);
    if (!version || version->isNull())
        return malformed(QStringLiteral("not a version"));
    change.change.version = *version;
    return {};
}

Status readId(ondemand::value value, Change& change)
{
    DOORSTEP_TRY_ASSIGN(const QString text, readText(value));
    const auto id = base::uuidFromText(text);
    if (!id)
        return malformed(QStringLiteral("not a record's id"));
    change.id = RecordId(*id);
    return {};
}

Status readTime(ondemand::value value, Change& change)
{
    DOORSTEP_TRY_ASSIGN(const QString text, readText(value));
    const auto time = base::Timestamp::fromIso(text);
    if (!time)
        return malformed(QStringLiteral("not a time with its offset"));
    change.savedAt = *time;
    return {};
}

Status readOperation(ondemand::value value, Change& change)
{
    DOORSTEP_TRY_ASSIGN(const QString text, readText(value));
    if (text != QLatin1StringView("delete") && text != QLatin1StringView("put"))
        return malformed(QStringLiteral("no such operation"));
    change.operation = text == QLatin1StringView("delete") ? Operation::Delete : Operation::Put;
    return {};
}

Status readResolves(ondemand::value value, Change& change)
{
    DOORSTEP_TRY_ASSIGN(const QJsonValue json, readArray(value, 2));
    const QJsonArray ids = json.toArray();
    for (const QJsonValue& each : ids)
        change.resolves << each.toString();
    return {};
}

/// Members that this program does not know are kept with the bytes.
Status readMember(std::string_view name, ondemand::value value, Change& change)
{
    if (name == view(key::kind)) {
        DOORSTEP_TRY_ASSIGN(change.kind, readText(value));
    } else if (name == view(key::id)) {
        return readId(value, change);
    } else if (name == view(key::version)) {
        return readVersion(value, change);
    } else if (name == view(key::fields)) {
        DOORSTEP_TRY_ASSIGN(change.change.fields, readObject(value, kMostDepth));
    } else if (name == view(key::base)) {
        return readBase(value, change);
    } else if (name == view(key::op)) {
        return readOperation(value, change);
    } else if (name == view(key::at)) {
        return readTime(value, change);
    } else if (name == view(key::by)) {
        DOORSTEP_TRY_ASSIGN(change.author, readText(value));
    } else if (name == view(key::resolves)) {
        return readResolves(value, change);
    } else if (name == view(key::why)) {
        DOORSTEP_TRY_ASSIGN(change.why, readText(value));
    } else if (name == view(key::schema)) {
        DOORSTEP_TRY_ASSIGN(const qint64 schema, readInteger(value));
        change.schema = static_cast<int>(schema);
    }
    return {};
}

Status readMembers(ondemand::object object, Change& change)
{
    QSet<QByteArray> seen;
    for (auto member : object) {
        std::string_view name;
        ondemand::value value;
        if (member.unescaped_key().get(name) || member.value().get(value))
            return malformed(QStringLiteral("not JSON"));
        const QByteArray memberName(name.data(), static_cast<qsizetype>(name.size()));
        if (seen.contains(memberName))
            return malformed(QStringLiteral("stands there twice"), QString::fromUtf8(memberName));
        seen.insert(memberName);
        if (name == view(key::n))
            continue;
        if (auto read = readMember(name, value, change); !read) {
            const QString& field = read.error().field;
            return malformed(read.error().detail, field.isEmpty() ? QString::fromUtf8(memberName) : field);
        }
    }
    for (const QLatin1StringView needed : {key::kind, key::id, key::version}) {
        if (!seen.contains(QByteArray(needed.data(), needed.size())))
            return malformed(QStringLiteral("a change needs its %1").arg(needed), QString(needed));
    }
    return {};
}

/// `json` lies in a buffer that goes on for SIMDJSON_PADDING bytes behind it.
Change readChange(ondemand::parser& parser, std::string_view json)
{
    Change change;
    change.bytes = QByteArray(json.data(), static_cast<qsizetype>(json.size()));
    ondemand::document document;
    ondemand::object object;
    const bool isObject =
        !parser.iterate(json.data(), json.size(), json.size() + simdjson::SIMDJSON_PADDING).get(document) &&
        !document.get_object().get(object);
    int64_t n = 0;
    if (isObject && !object.find_field_unordered(view(key::n)).get_int64().get(n))
        change.n = n;
    if (!isObject || object.reset().error()) {
        change.fault = Error{ErrorCode::InvalidValue, QStringLiteral("not a JSON object"), {}};
        return change;
    }
    if (auto read = readMembers(object, change); !read) {
        change.fault = std::move(read).error();
        change.change.fields = {};
    }
    return change;
}

Status readChanges(ondemand::array array, ondemand::parser& inner, Batch& batch)
{
    for (auto element : array) {
        ondemand::object object;
        std::string_view json;
        if (element.get_object().get(object) || object.raw_json().get(json))
            return fail(ErrorCode::BadRequest, QStringLiteral("expected a list of objects"), QString(key::changes));
        if (batch.changes.size() >= static_cast<size_t>(kBatchChanges))
            return fail(ErrorCode::TooLarge, QStringLiteral("a batch has at most %1 changes").arg(kBatchChanges));
        Change change = readChange(inner, json);
        if (change.n < 1)
            return fail(ErrorCode::BadRequest, QStringLiteral("a change needs its number"), QString(key::n));
        if (!batch.changes.empty() && change.n <= batch.changes.back().n)
            return fail(ErrorCode::BadRequest, QStringLiteral("changes must ascend"), QString(key::n));
        batch.changes.push_back(std::move(change));
    }
    return {};
}

Status readBatch(ondemand::value value, ondemand::parser& inner, Batch& batch)
{
    ondemand::object object;
    if (value.get_object().get(object))
        return fail(ErrorCode::BadRequest, QStringLiteral("expected an object"), QString(key::batch));
    for (auto member : object) {
        std::string_view name;
        ondemand::value content;
        if (member.unescaped_key().get(name) || member.value().get(content))
            return fail(ErrorCode::BadRequest, QStringLiteral("not JSON"), QString(key::batch));
        if (name == view(key::digest)) {
            const auto digest = readText(content);
            batch.digest = digest ? digest->toLatin1() : QByteArray();
        } else if (name == view(key::changes)) {
            ondemand::array array;
            if (content.get_array().get(array))
                return fail(ErrorCode::BadRequest, QStringLiteral("expected a list"), QString(key::changes));
            DOORSTEP_TRY(readChanges(array, inner, batch));
        }
    }
    return {};
}

template <class Number>
Status readNumberInto(ondemand::value value, Number& number)
{
    DOORSTEP_TRY_ASSIGN(const qint64 read, readInteger(value));
    number = static_cast<Number>(read);
    return {};
}

Status readRequestMember(std::string_view name, ondemand::value value, ondemand::parser& inner,
                         ExchangeRequest& request)
{
    if (name == view(key::protocol))
        return readNumberInto(value, request.protocol);
    if (name == view(key::schema))
        return readNumberInto(value, request.schema);
    if (name == view(key::epoch))
        return readNumberInto(value, request.epoch);
    if (name == view(key::confirmedThrough))
        return readNumberInto(value, request.confirmedThrough);
    if (name == view(key::nextN))
        return readNumberInto(value, request.nextN);
    if (name == view(key::waiting))
        return readNumberInto(value, request.waiting);
    if (name == view(key::erasedThrough))
        return readNumberInto(value, request.erasedThrough);
    if (name == view(key::cursor)) {
        DOORSTEP_TRY_ASSIGN(request.cursor, readText(value));
    } else if (name == view(key::oldestWaiting)) {
        DOORSTEP_TRY_ASSIGN(request.oldestWaiting, readText(value));
    } else if (name == view(key::batch)) {
        request.batch.emplace();
        return readBatch(value, inner, *request.batch);
    }
    return {};
}

} // namespace

Change changeFromBytes(const QByteArray& bytes)
{
    const simdjson::padded_string padded(bytes.constData(), static_cast<size_t>(bytes.size()));
    ondemand::parser parser;
    return readChange(parser, padded);
}

Result<ExchangeRequest> requestFromBytes(const QByteArray& bytes)
{
    const simdjson::padded_string padded(bytes.constData(), static_cast<size_t>(bytes.size()));
    ondemand::parser parser;
    ondemand::parser inner;
    ondemand::document document;
    ondemand::object object;
    if (const auto error = parser.iterate(padded).get(document); error)
        return fail(ErrorCode::BadRequest,
                    QStringLiteral("not JSON: %1").arg(QLatin1StringView(simdjson::error_message(error))));
    if (document.get_object().get(object))
        return fail(ErrorCode::BadRequest, QStringLiteral("expected a JSON object"));
    ExchangeRequest request;
    for (auto member : object) {
        std::string_view name;
        ondemand::value value;
        if (member.unescaped_key().get(name) || member.value().get(value))
            return fail(ErrorCode::BadRequest, QStringLiteral("not JSON"));
        const QString field = textOf(name);
        if (const auto read = readRequestMember(name, value, inner, request); !read) {
            const Error& error = read.error();
            return fail(error.code == ErrorCode::InvalidValue ? ErrorCode::BadRequest : error.code, error.detail,
                        error.field.isEmpty() ? field : error.field);
        }
    }
    if (!document.current_location().error())
        return fail(ErrorCode::BadRequest, QStringLiteral("not JSON: more than one value"));
    if (request.protocol != kProtocolVersion)
        return fail(ErrorCode::UpgradeNeeded, QStringLiteral("this hub speaks protocol %1").arg(kProtocolVersion),
                    QString(key::protocol));
    if (request.epoch < 1)
        return fail(ErrorCode::BadRequest, QStringLiteral("an exchange needs the device's epoch"), QString(key::epoch));
    if (request.batch)
        request.batch->epoch = request.epoch;
    return request;
}

} // namespace doorstep::wire
