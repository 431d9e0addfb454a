#include "ui/forms/signpoststeps.h"

#include "base/id.h"
#include "ui/forms/momenttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace doorstep::ui {

namespace {

const QLatin1StringView kCode("code");
const QLatin1StringView kOn("on");
const QLatin1StringView kEntry("entry");
const QLatin1StringView kMainPath("main_path");

} // namespace

bool SignpostSteps::isOnPath(const domain::CodeEntry& entry) const
{
    return entry.extra.value(kMainPath).toBool();
}

int SignpostSteps::orderOf(const QString& code) const
{
    const domain::CodeEntry* entry = m_list.find(code);
    return entry ? entry->extra.value(QLatin1StringView("order")).toInt() : 0;
}

const SignpostSteps::Step* SignpostSteps::find(const QString& code) const
{
    const auto found =
        std::find_if(m_steps.rbegin(), m_steps.rend(), [&](const Step& step) { return step.code == code; });
    return found == m_steps.rend() ? nullptr : &*found;
}

void SignpostSteps::addStored(Step step)
{
    step.isStored = true;
    m_steps.push_back(std::move(step));
}

void SignpostSteps::reach(const QString& code, const QDate& on, const QUuid& entry)
{
    std::erase_if(m_steps, [&](const Step& step) {
        return !step.isStored && (step.code == code || orderOf(step.code) > orderOf(code));
    });
    if (current() && current()->code == code)
        return;
    m_steps.push_back({code, on, entry, false});
}

void SignpostSteps::setDay(const QDate& on)
{
    if (!m_steps.empty() && !m_steps.back().isStored)
        m_steps.back().on = on;
}

bool SignpostSteps::asksReason() const
{
    const domain::CodeEntry* entry = current() ? m_list.find(current()->code) : nullptr;
    return entry && entry->extra.value(QLatin1StringView("asks_reason")).toBool();
}

bool SignpostSteps::hasFailed() const
{
    const domain::CodeEntry* entry = current() ? m_list.find(current()->code) : nullptr;
    return entry && entry->text(QLatin1StringView("outcome")) == QLatin1StringView("negative");
}

std::vector<StepRow> SignpostSteps::rows(const QDate& today) const
{
    std::vector<StepRow> rows;
    const int reached = current() ? orderOf(current()->code) : 0;
    for (const domain::CodeEntry& entry : m_list.entries) {
        if (!isOnPath(entry))
            continue;
        const Step* step = find(entry.code);
        const bool isCurrent = current() && current()->code == entry.code;
        const bool isPast = step != nullptr || (!hasFailed() && orderOf(entry.code) < reached);
        rows.push_back({entry.code, entry.label, step ? shortDay(step->on, today) : QString(),
                        isCurrent ? Current
                        : isPast  ? Done
                                  : Open});
    }
    const bool isBeside = current() && !std::any_of(rows.begin(), rows.end(),
                                                    [&](const StepRow& row) { return row.code == current()->code; });
    const QString label = isBeside
                              ? m_list.find(current()->code) ? m_list.find(current()->code)->label : current()->code
                              : QCoreApplication::translate("SignpostSteps", "Did not work out");
    rows.push_back({{},
                    label,
                    isBeside ? shortDay(current()->on, today) : QString(),
                    isBeside && !hasFailed() ? Current : Failed});
    return rows;
}

QJsonArray SignpostSteps::toJson() const
{
    QJsonArray json;
    for (const Step& step : m_steps) {
        if (!step.isStored)
            json.append(QJsonObject{
                {kCode, step.code}, {kOn, step.on.toString(Qt::ISODate)}, {kEntry, base::uuidText(step.entry)}});
    }
    return json;
}

void SignpostSteps::restore(const QJsonArray& json)
{
    for (const QJsonValue& each : json) {
        const QJsonObject step = each.toObject();
        m_steps.push_back({step.value(kCode).toString(), QDate::fromString(step.value(kOn).toString(), Qt::ISODate),
                           QUuid(step.value(kEntry).toString()), false});
    }
}

} // namespace doorstep::ui
