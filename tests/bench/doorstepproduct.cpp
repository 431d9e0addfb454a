#include "bench/product.h"
#include "support/hubprocess.h"

#include <QFile>
#include <QJsonArray>

namespace doorstep::bench {

namespace {

const QString kPin = QStringLiteral("2468");
const QString kKind = QStringLiteral("contact");
// So many saves are on their way to the device before the first answer is read.
constexpr size_t kAtOnce = 200;

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

class DoorstepPhone final : public Phone
{
public:
    explicit DoorstepPhone(const QString& folder) : Phone(s(DOORSTEP_BIN "/doorstep-device"), {s("--data"), folder}) {}

    void enrol(const QString& address, const QString& code)
    {
        ask({{s("command"), s("enrol")}, {s("hub"), address}, {s("code"), code}, {s("pin"), kPin}});
    }
    void unlock() { ask({{s("command"), s("unlock")}, {s("pin"), kPin}}); }
    void addPeople()
    {
        for (const QString& id : visitedPeople()) {
            const QJsonObject fields{{s("given_name"), s("Ruth")}, {s("family_name"), s("Made Up")}};
            ask({{s("command"), s("create")}, {s("kind"), s("person")}, {s("id"), id}, {s("fields"), fields}});
        }
    }

    void put(const std::vector<Visit>& visits) override { save("create", visits); }
    void edit(const std::vector<Visit>& edits) override { save("update", edits); }
    void push() override { sync(); }
    void pull() override { sync(); }
    void sync() override
    {
        const QJsonObject done = ask({{s("command"), s("sync")}});
        const bool isIn = done[s("complete")].toBool() && done[s("waiting")].toInt() == 0 &&
                          done[s("held")].toInt() == 0 && done[s("needs_attention")].toInt() == 0;
        if (!isIn)
            qFatal("the hub did not take everything");
    }
    [[nodiscard]] qint64 count() override
    {
        return ask({{s("command"), s("list")}, {s("kind"), kKind}})[s("count")].toInteger();
    }
    [[nodiscard]] std::vector<Seen> look(const QStringList& ids) override
    {
        QMap<QString, std::vector<QJsonObject>> others;
        const QJsonArray conflicts = ask({{s("command"), s("conflicts")}})[s("conflicts")].toArray();
        for (const QJsonValue& each : conflicts) {
            const QJsonArray values = each[s("values")].toArray();
            for (const QJsonValue& value : values)
                others[each[s("record")].toString()].push_back({{each[s("field")].toString(), value[s("value")]}});
        }
        std::vector<Seen> seen;
        for (const QString& id : ids) {
            const QJsonObject record = ask({{s("command"), s("get")}, {s("kind"), kKind}, {s("id"), id}});
            seen.push_back({record[s("fields")].toObject(), others.value(id)});
        }
        return seen;
    }

private:
    void save(const char* command, const std::vector<Visit>& visits)
    {
        for (size_t first = 0; first < visits.size(); first += kAtOnce) {
            const size_t end = std::min(first + kAtOnce, visits.size());
            for (size_t i = first; i < end; ++i)
                send({{s("command"), s(command)},
                      {s("kind"), kKind},
                      {s("id"), visits[i].id},
                      {s("fields"), visits[i].fields}});
            for (size_t i = first; i < end; ++i)
                reply();
        }
    }
};

class Doorstep final : public Product
{
public:
    [[nodiscard]] QString name() const override { return s("Doorstep"); }

    void makePhones(const QStringList& folders, const QString& address) override
    {
        bool isFirst = true;
        for (const QString& folder : folders) {
            const QString code = m_hub->enrolmentCode(s("Sam"));
            DoorstepPhone phone(folder);
            phone.enrol(address, code);
            if (std::exchange(isFirst, false))
                phone.addPeople();
            phone.sync();
        }
    }
    [[nodiscard]] QString startHub(const QString& folder) override
    {
        m_hub = std::make_unique<support::HubProcess>(folder);
        const bool isThere = QFile::exists(folder + s("/hub.db"));
        if (!(isThere || m_hub->init()) || !m_hub->serve())
            qFatal("the hub does not start");
        return m_hub->address();
    }
    void stopHub() override
    {
        m_hub->stop();
        m_hub.reset();
    }
    [[nodiscard]] std::unique_ptr<Phone> openPhone(const QString& folder, const QString&) override
    {
        auto phone = std::make_unique<DoorstepPhone>(folder);
        phone->unlock();
        return phone;
    }

private:
    std::unique_ptr<support::HubProcess> m_hub;
};

} // namespace

std::unique_ptr<Product> makeDoorstep()
{
    return std::make_unique<Doorstep>();
}

} // namespace doorstep::bench
