#include "bench/syncrun.h"

#include "bench/measure.h"

#include <array>
#include <filesystem>
#include <unistd.h>

namespace doorstep::bench {

namespace {

constexpr int kRuns = 3;
constexpr std::array kSizes{1'000, 10'000, 50'000};
constexpr int kPutAtOnce = 5'000;
constexpr int kFew = 10;
constexpr int kEdits = 100;
constexpr auto kSlowRoundTrip = std::chrono::milliseconds(200);

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

QString sized(const char* text, int size)
{
    return s(text).arg(size);
}

} // namespace

SyncRun::SyncRun(Product& product, int largest) : m_product(product)
{
    std::copy_if(kSizes.begin(), kSizes.end(), std::back_inserter(m_sizes), [&](int size) { return size <= largest; });
}

QMap<QString, double> SyncRun::measure()
{
    makeTemplates();
    for (const int size : m_sizes)
        measureSize(size);
    measureSlowLine();
    measureTwoPhones();
    return m_figures;
}

void SyncRun::makeTemplates()
{
    startHub(s("hub-0"));
    m_product.makePhones({path(s("phone-0")), path(s("other-0"))}, m_proxy.address());
    m_product.stopHub();
    copy(s("phone-0"), s("phone"));
    for (const int size : m_sizes) {
        while (m_fresh < size) {
            // A new process now and then: what tidies up when a phone is opened has its turn.
            const auto phone = openPhone(s("phone"));
            const int count = std::min(kPutAtOnce, size - m_fresh);
            phone->put(makeVisits(m_fresh, count));
            m_fresh += count;
        }
        copy(s("phone"), sized("phone-%1", size));
    }
}

void SyncRun::measureSize(int size)
{
    std::vector<Cost> pushes;
    std::vector<Cost> pulls;
    for (int run = 0; run < kRuns; ++run) {
        copy(s("hub-0"), s("hub"));
        copy(sized("phone-%1", size), s("phone"));
        copy(s("other-0"), s("other"));
        startHub(s("hub"));
        {
            const auto phone = openPhone(s("phone"));
            pushes.push_back(costOf(*phone, &Phone::push));
            const auto other = openPhone(s("other"));
            pulls.push_back(costOf(*other, &Phone::pull));
            if (other->count() != size)
                qFatal("%s pulled another number of records", qPrintable(m_product.name()));
            if (run == kRuns - 1)
                measureSmallSyncs(size, *phone);
        }
        m_product.stopHub();
    }
    note(sized("push.%1", size), pushes);
    note(sized("pull.%1", size), pulls);
}

void SyncRun::measureSmallSyncs(int size, Phone& phone)
{
    // What comes back of the push, and whatever else a first sync brings, is over before.
    phone.sync();
    phone.sync();
    for (const auto& [roundTrip, when] :
         {std::pair(std::chrono::milliseconds::zero(), "near"), {kSlowRoundTrip, "far"}}) {
        m_proxy.setRoundTrip(roundTrip);
        std::vector<Cost> idle;
        std::vector<Cost> few;
        for (int run = 0; run < kRuns; ++run) {
            idle.push_back(costOf(phone, &Phone::sync));
            phone.put(makeVisits(m_fresh, kFew));
            m_fresh += kFew;
            few.push_back(costOf(phone, &Phone::sync));
            phone.sync();
        }
        note(sized("few.%1.", size) + s(when), few);
        note(sized("idle.%1.", size) + s(when), idle);
    }
    m_proxy.setRoundTrip(std::chrono::milliseconds::zero());
}

void SyncRun::measureSlowLine()
{
    std::vector<Cost> costs;
    for (int run = 0; run < kRuns; ++run) {
        copy(s("hub-0"), s("hub"));
        copy(s("phone-1000"), s("phone"));
        startHub(s("hub"));
        m_proxy.setRoundTrip(kSlowRoundTrip);
        costs.push_back(costOf(*openPhone(s("phone")), &Phone::push));
        m_proxy.setRoundTrip(std::chrono::milliseconds::zero());
        m_product.stopHub();
    }
    note(s("push.1000.far"), costs);
}

void SyncRun::measureTwoPhones()
{
    copy(s("hub-0"), s("hub"));
    copy(s("phone-1000"), s("phone"));
    copy(s("other-0"), s("other"));
    startHub(s("hub"));
    {
        const auto first = openPhone(s("phone"));
        const auto second = openPhone(s("other"));
        first->sync();
        second->sync();
        compareEdits(*first, *second, s("apart"), s("purpose"));
        compareEdits(*first, *second, s("same"), s("place"));
    }
    m_product.stopHub();
}

void SyncRun::compareEdits(Phone& first, Phone& second, const QString& kind, const QString& secondField)
{
    const QString firstField = s("place");
    const int from = kind == s("same") ? kEdits : 0;
    std::vector<Visit> mine;
    std::vector<Visit> theirs;
    QStringList ids;
    for (const Visit& visit : makeVisits(from, kEdits)) {
        ids << visit.id;
        mine.push_back({visit.id, {{firstField, s("the first phone's words")}}});
        theirs.push_back({visit.id, {{secondField, s("the-second-phones-words")}}});
    }
    first.edit(mine);
    second.edit(theirs);
    for (Phone* phone : {&first, &second, &first, &second})
        phone->sync();
    double merged = 0;
    double kept = 0;
    double lost = 0;
    const std::vector<Seen> here = first.look(ids);
    const std::vector<Seen> there = second.look(ids);
    for (size_t i = 0; i < here.size(); ++i) {
        bool isInRecord = true;
        bool isSomewhere = true;
        for (const Seen* seen : {&here[i], &there[i]}) {
            for (const Visit* edit : {&mine[i], &theirs[i]}) {
                const QString field = edit->fields.begin().key();
                const QJsonValue value = edit->fields.begin().value();
                const bool inRecord = seen->fields[field] == value;
                const bool beside = std::any_of(seen->others.begin(), seen->others.end(),
                                                [&](const QJsonObject& other) { return other[field] == value; });
                isInRecord &= inRecord;
                isSomewhere &= inRecord || beside;
            }
        }
        (isInRecord ? merged : isSomewhere ? kept : lost) += 1;
    }
    m_figures.insert(kind + s(".merged"), merged);
    m_figures.insert(kind + s(".conflicts"), kept);
    m_figures.insert(kind + s(".lost"), lost);
}

void SyncRun::copy(const QString& from, const QString& to) const
{
    const std::filesystem::path target(path(to).toStdString());
    std::filesystem::remove_all(target);
    std::filesystem::copy(path(from).toStdString(), target, std::filesystem::copy_options::recursive);
    // Else the first flush of whoever is measured pays for the copy.
    ::sync();
}

void SyncRun::startHub(const QString& folder)
{
    m_proxy.setHub(m_product.startHub(path(folder)));
}

std::unique_ptr<Phone> SyncRun::openPhone(const QString& folder)
{
    return m_product.openPhone(path(folder), m_proxy.address());
}

SyncRun::Cost SyncRun::costOf(Phone& phone, void (Phone::*work)())
{
    phone.forgetPeak();
    const double idle = phone.memory();
    static_cast<void>(m_proxy.take());
    Cost cost;
    cost.seconds = wallTime([&] { (phone.*work)(); }) / 1000;
    cost.traffic = m_proxy.take();
    cost.megabytes = phone.peakMemory() - idle;
    return cost;
}

void SyncRun::note(const QString& name, const std::vector<Cost>& costs)
{
    const auto medianOf = [&](auto part) {
        std::vector<double> values;
        values.reserve(costs.size());
        for (const Cost& cost : costs)
            values.push_back(part(cost));
        return median(values);
    };
    m_figures.insert(name + s(".seconds"), medianOf([](const Cost& cost) { return cost.seconds; }));
    m_figures.insert(name + s(".up"), medianOf([](const Cost& cost) { return double(cost.traffic.up); }));
    m_figures.insert(name + s(".down"), medianOf([](const Cost& cost) { return double(cost.traffic.down); }));
    m_figures.insert(name + s(".bytes"),
                     medianOf([](const Cost& cost) { return double(cost.traffic.up + cost.traffic.down); }));
    m_figures.insert(name + s(".requests"), medianOf([](const Cost& cost) { return double(cost.traffic.requests); }));
    m_figures.insert(name + s(".megabytes"), medianOf([](const Cost& cost) { return cost.megabytes; }));
}

} // namespace doorstep::bench
