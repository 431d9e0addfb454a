#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "domain/kinds/person.h"
#include "store/newrecord.h"
#include "store/recorder.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace doorstep::support {

/// A real, enrolled, encrypted device store in a folder of its own, without a hub.
class DeviceFixture
{
public:
    DeviceFixture()
    {
        reopen();
        store::Device device;
        device.number = 7;
        device.name = QStringLiteral("Sam");
        device.role = QStringLiteral("connector");
        device.scheme = QStringLiteral("west-belfast");
        device.worker = QStringLiteral("0193e4a2-b7c1-7000-8000-00000000000a");
        device.hub = QStringLiteral("http://127.0.0.1:1");
        device.token = QStringLiteral("token");
        auto transaction = sql::Transaction::begin(store->connection());
        const bool written = store->setDevice(*transaction, device) && transaction->commit();
        Q_ASSERT(written);
        Q_UNUSED(written)
    }

    /// What a killed and restarted program sees.
    void reopen()
    {
        store.reset();
        auto opened = store::DeviceStore::open(path(), key);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        store = *std::move(opened);
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("doorstep.db")); }

    [[nodiscard]] domain::Record newRecord(const QString& kind, const QJsonObject& fields)
    {
        domain::Record record(*domain::findKind(kind), base::RecordId::make(clock, random));
        const bool read = domain::readFields(record, fields) && store::fillKnown(record, *store, clock);
        Q_ASSERT(read);
        Q_UNUSED(read)
        return record;
    }
    [[nodiscard]] base::Result<domain::Record> create(const QString& kind, const QJsonObject& fields)
    {
        return store::Recorder(*store, clock).save(std::nullopt, newRecord(kind, fields));
    }

    QTemporaryDir folder;
    sql::DatabaseKey key{QByteArray(sql::kKeyBytes, 'k')};
    base::FixedClock clock{base::Timestamp(1'795'517'400'000, 0)};
    base::SeededRandom random{1};
    std::unique_ptr<store::DeviceStore> store;
};

} // namespace doorstep::support
