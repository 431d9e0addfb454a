#include "ui/forms/formfield.h"

#include "ui/forms/fieldlabel.h"
#include "ui/forms/momenttext.h"
#include "ui/forms/typednumber.h"

#include <QLocale>

#include <cmath>

namespace doorstep::ui {

using domain::Empty;
using domain::FieldType;
using domain::Value;

namespace {

const QLatin1StringView kYes("yes");
const QLatin1StringView kNo("no");

bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Decimal;
}

} // namespace

FormField::FormField(QLatin1StringView name, const Place& place, QObject* parent)
    : QObject(parent), m_place(place), m_index(static_cast<size_t>(place.record.kind->indexOf(name))),
      m_spec(place.record.kind->fields[m_index])
{
    makeOptions();
    refresh();
}

void FormField::makeOptions()
{
    if (m_spec.type == FieldType::Boolean)
        m_options.setChoices({{kYes, tr("Yes"), {}}, {kNo, tr("No"), {}}});
    else if (m_spec.list)
        m_options.setChoices(choicesOf(m_place.lists.list(QString::fromLatin1(m_spec.list))));
}

void FormField::offerEmptyStates()
{
    std::vector<Choice> choices = m_spec.list ? choicesOf(m_place.lists.list(QString::fromLatin1(m_spec.list)))
                                              : std::vector<Choice>{{kYes, tr("Yes"), {}}, {kNo, tr("No"), {}}};
    for (const Empty state : {Empty::Declined, Empty::NotKnown}) {
        const QString code = domain::emptyCode(state);
        choices.push_back({code, m_place.lists.label(u"empty-states", code), {}});
    }
    m_options.setChoices(std::move(choices));
}

const Value& FormField::value() const
{
    return m_place.record.values[m_index];
}

QString FormField::text() const
{
    return m_typed ? *m_typed : shownValue();
}

QString FormField::shownValue() const
{
    const Value& now = value();
    if (domain::isEmpty(now))
        return {};
    if (const auto* moment = std::get_if<base::Timestamp>(&now))
        return momentText(moment->toDateTime(), m_place.clock.now().date());
    if (const auto* day = std::get_if<QDate>(&now))
        return dayText(*day, m_place.clock.now().date());
    if (m_spec.type == FieldType::Code)
        return m_place.lists.label(QString::fromLatin1(m_spec.list), code());
    if (const auto* decimal = std::get_if<double>(&now))
        return QLocale().toString(*decimal, 'g', 10);
    return domain::toText(now);
}

double FormField::number() const
{
    if (const auto* whole = std::get_if<qint64>(&value()))
        return static_cast<double>(*whole);
    const auto* decimal = std::get_if<double>(&value());
    return decimal ? *decimal : 0;
}

QString FormField::code() const
{
    const QStringList all = codes();
    return all.isEmpty() ? QString() : all.first();
}

QStringList FormField::codes() const
{
    const Value& now = value();
    if (const auto* list = std::get_if<QStringList>(&now))
        return *list;
    if (const auto* flag = std::get_if<bool>(&now))
        return {*flag ? kYes : kNo};
    if (domain::isEmpty(now))
        return domain::isBlank(now) ? QStringList() : QStringList{domain::emptyCode(std::get<Empty>(now))};
    return {domain::toText(now)};
}

QDateTime FormField::moment() const
{
    if (const auto* moment = std::get_if<base::Timestamp>(&value()))
        return moment->toDateTime();
    const auto* day = std::get_if<QDate>(&value());
    return day ? day->startOfDay() : QDateTime();
}

bool FormField::isEmpty() const
{
    return domain::isEmpty(value());
}

QString FormField::emptyState() const
{
    return isEmpty() ? QString(domain::emptyCode(std::get<Empty>(value()))) : QString();
}

QString FormField::error() const
{
    return m_problem.isEmpty() ? m_refusal : m_problem;
}

QString FormField::label() const
{
    return fieldLabel(QString(m_spec.key()));
}

QString FormField::unit() const
{
    return unitText(m_spec);
}

void FormField::setHint(const QString& hint)
{
    if (hint == m_hint)
        return;
    m_hint = hint;
    Q_EMIT changed();
}

void FormField::setRefusal(const QString& sentence)
{
    m_refusal = sentence;
    Q_EMIT changed();
}

void FormField::refresh()
{
    m_options.setSelected(codes());
    Q_EMIT changed();
}

std::optional<QString> FormField::unreadText() const
{
    return m_problem.isEmpty() ? std::nullopt : m_typed;
}

Value FormField::readText(const QString& text)
{
    m_problem.clear();
    if (text.trimmed().isEmpty())
        return Empty::Blank;
    if (!isNumber(m_spec.type)) {
        if (text.size() > m_spec.longest)
            m_problem = tr("This is too long. There is room for %n letters.", nullptr, m_spec.longest);
        return text;
    }
    const bool isTime = m_spec.unit && QLatin1StringView(m_spec.unit) == QLatin1StringView("min");
    std::optional<double> read = readDecimal(text);
    if (isTime) {
        const auto minutes = readMinutes(text);
        read = minutes ? std::optional(static_cast<double>(*minutes)) : std::nullopt;
    }
    if (!read || (m_spec.type == FieldType::Integer && std::floor(*read) != *read)) {
        m_problem = isTime ? tr("Write the time as minutes, or like 1h 15.") : tr("Write this as a number.");
        return Empty::Blank;
    }
    if (*read < m_spec.least || *read > m_spec.most)
        m_problem = tr("It can be from %1 to %2.").arg(m_spec.least).arg(m_spec.most);
    return m_spec.type == FieldType::Integer ? Value(static_cast<qint64>(*read)) : Value(*read);
}

Value FormField::storedValue() const
{
    const bool isStored = m_place.original && *m_place.original;
    return isStored ? (*m_place.original)->values[m_index] : Value(Empty::Blank);
}

void FormField::setText(const QString& text)
{
    if (text == this->text())
        return;
    m_refusal.clear();
    const Value read = readText(text);
    m_typed = text;
    // What cannot be is not saved, and a guess of ours must not stand for it.
    m_place.record.values[m_index] = m_problem.isEmpty() ? read : storedValue();
    m_options.setSelected(codes());
    Q_EMIT changed();
    Q_EMIT edited();
}

void FormField::settle()
{
    if (!m_problem.isEmpty() || !m_typed)
        return;
    m_typed.reset();
    Q_EMIT changed();
}

void FormField::put(const Value& value)
{
    m_typed.reset();
    m_problem.clear();
    m_refusal.clear();
    if (value == this->value())
        return refresh();
    m_place.record.values[m_index] = value;
    refresh();
    Q_EMIT edited();
}

void FormField::setValue(const Value& value)
{
    m_place.record.values[m_index] = value;
    refresh();
}

void FormField::choose(const QString& code)
{
    if (codes() == QStringList{code})
        return clear();
    if (const auto state = domain::emptyFromCode(code))
        return put(*state);
    if (m_spec.type == FieldType::Boolean)
        put(code == kYes);
    else if (m_spec.type == FieldType::Integer)
        put(code.toLongLong());
    else if (m_spec.type == FieldType::Reference)
        put(QUuid(code));
    else if (m_spec.type == FieldType::Codes)
        put(QStringList{code});
    else
        put(code);
}

void FormField::toggle(const QString& code)
{
    QStringList list = std::holds_alternative<QStringList>(value()) ? codes() : QStringList();
    if (list.removeAll(code) == 0)
        list.append(code);
    list.sort();
    put(list.isEmpty() ? Value(Empty::Blank) : Value(list));
}

void FormField::pick(int row)
{
    const Choice* choice = m_options.at(row);
    if (!choice)
        return;
    const QString code = choice->code;
    if (m_spec.type == FieldType::Codes)
        toggle(code);
    else
        choose(code);
}

void FormField::setMoment(const QDateTime& moment)
{
    if (m_spec.type == FieldType::Date)
        put(moment.date());
    else
        put(base::Timestamp::fromDateTime(moment));
}

void FormField::clear()
{
    put(Empty::Blank);
}

void FormField::decline()
{
    put(Empty::Declined);
}

} // namespace doorstep::ui
