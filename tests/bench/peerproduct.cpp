#include "bench/product.h"
#include "domain/kinds/contact.h"
#include "domain/record.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

namespace doorstep::bench {

namespace {

const QString kNode = QStringLiteral("node");
const QString kScripts = QStringLiteral(DOORSTEP_PEERS);
constexpr int kPatience = 60'000;

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

QJsonArray recordsOf(const std::vector<Visit>& visits)
{
    QJsonArray records;
    for (const Visit& visit : visits)
        records.append(QJsonObject{{s("id"), visit.id}, {s("fields"), visit.fields}});
    return records;
}

/// The fields of a visit with the type of column they need, for products that want to know.
QString columns()
{
    QJsonArray columns;
    for (const domain::FieldSpec& field : domain::kindOf<domain::Contact>().fields) {
        const bool isNumber = field.type == domain::FieldType::Integer;
        const bool isTruth = field.type == domain::FieldType::Boolean;
        columns.append(QJsonArray{field.key(), isNumber ? s("number") : isTruth ? s("boolean") : s("string")});
    }
    return QString::fromUtf8(QJsonDocument(columns).toJson(QJsonDocument::Compact));
}

class PeerPhone final : public Phone
{
public:
    using Phone::Phone;

    void put(const std::vector<Visit>& visits) override
    {
        ask({{s("command"), s("put")}, {s("records"), recordsOf(visits)}});
    }
    void edit(const std::vector<Visit>& edits) override
    {
        ask({{s("command"), s("edit")}, {s("records"), recordsOf(edits)}});
    }
    void push() override { ask({{s("command"), s("push")}}); }
    void pull() override { ask({{s("command"), s("pull")}}); }
    void sync() override { ask({{s("command"), s("sync")}}); }
    [[nodiscard]] qint64 count() override { return ask({{s("command"), s("count")}})[s("count")].toInteger(); }
    [[nodiscard]] std::vector<Seen> look(const QStringList& ids) override
    {
        const QJsonObject answer = ask({{s("command"), s("look")}, {s("ids"), QJsonArray::fromStringList(ids)}});
        std::vector<Seen> seen;
        for (const QJsonValue record : answer[s("records")].toArray()) {
            Seen one{record[s("fields")].toObject(), {}};
            for (const QJsonValue other : record[s("others")].toArray())
                one.others.push_back(other.toObject());
            seen.push_back(std::move(one));
        }
        return seen;
    }
};

/// A product whose phone and hub are one script for Node.
class Peer final : public Product
{
public:
    Peer(QString name, const QString& script, QStringList more)
        : m_name(std::move(name)), m_script(kScripts + u'/' + script), m_more(std::move(more))
    {
    }
    ~Peer() override { kill(); }

    [[nodiscard]] QString name() const override { return m_name; }
    void makePhones(const QStringList& folders, const QString&) override
    {
        for (const QString& folder : folders)
            QDir().mkpath(folder);
    }
    [[nodiscard]] QString startHub(const QString& folder) override
    {
        QDir().mkpath(folder);
        m_hub.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_hub.start(kNode, {m_script, s("hub"), folder});
        QByteArray line;
        while (!line.endsWith('\n')) {
            if (!m_hub.bytesAvailable() && !m_hub.waitForReadyRead(kPatience))
                qFatal("%s does not start", qPrintable(m_name));
            line += m_hub.readLine();
        }
        return QString::fromLatin1(line).section(u' ', -1).trimmed();
    }
    void stopHub() override
    {
        m_hub.terminate();
        m_hub.waitForFinished(kPatience);
    }
    [[nodiscard]] std::unique_ptr<Phone> openPhone(const QString& folder, const QString& address) override
    {
        return std::make_unique<PeerPhone>(kNode, QStringList{m_script, s("phone"), folder, address} + m_more);
    }

private:
    void kill()
    {
        m_hub.kill();
        m_hub.waitForFinished(kPatience);
    }

    QString m_name, m_script;
    QStringList m_more;
    QProcess m_hub;
};

std::unique_ptr<Product> makePeer(const QString& name, const QString& script, const QStringList& more,
                                  const QString& modules)
{
    // Where Node looks for the packages.
    qputenv("NODE_PATH", modules.toLocal8Bit());
    return std::make_unique<Peer>(name, script, more);
}

} // namespace

std::unique_ptr<Product> makePouchDb(const QString& modules)
{
    return makePeer(s("PouchDB"), s("pouchdb.js"), {}, modules);
}

std::unique_ptr<Product> makeWatermelonDb(const QString& modules)
{
    return makePeer(s("WatermelonDB"), s("watermelondb.js"), {columns()}, modules);
}

} // namespace doorstep::bench
