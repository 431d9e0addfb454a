#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "domain/codelist.h"
#include "store/draftstore.h"
#include "store/newrecord.h"
#include "store/recorder.h"

#include <QObject>

namespace doorstep::ui {

/// What every view model of an unlocked phone works on: the store, the clock, the code lists and the worker. Made in
/// app/main.cpp after unlocking and handed to the view models by constructor. Interface thread only.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(std::unique_ptr<store::DeviceStore> store, const base::Clock& clock, base::Random& random);

    [[nodiscard]] store::DeviceStore& store() { return *m_store; }
    [[nodiscard]] store::RecordStore& records() { return m_records; }
    [[nodiscard]] store::DraftStore& drafts() { return m_drafts; }
    [[nodiscard]] store::Outbox& outbox() { return m_outbox; }
    [[nodiscard]] store::Recorder& recorder() { return m_recorder; }
    [[nodiscard]] const domain::CodeLists& lists() const { return m_lists; }
    [[nodiscard]] const store::Device& device() const { return m_device; }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }
    [[nodiscard]] base::Random& random() { return m_random; }

    /// A new record with what the device knows by itself (see store::fillKnown).
    [[nodiscard]] base::Result<domain::Record> newRecord(const domain::KindSpec& kind,
                                                         const std::optional<QUuid>& person);
    /// Recorder::save, then saved().
    [[nodiscard]] base::Result<domain::Record> save(const std::optional<domain::Record>& original,
                                                    domain::Record edited,
                                                    const store::Recorder::Context& context = {});
    [[nodiscard]] base::Result<domain::Record> remove(const domain::KindSpec& kind, base::RecordId id,
                                                      const QString& why, const store::Recorder::Context& context = {});
    [[nodiscard]] base::Status resolve(const QUuid& conflict, const QJsonValue& value);

public Q_SLOTS:
    /// The sync has changed the store: lists and device are read anew, then changed() is emitted.
    void reload();

Q_SIGNALS:
    /// A save of this phone has been flushed: wakes the sync.
    void saved();
    /// Records, drafts or the states of saves may differ from what was shown.
    void changed();

private:
    std::unique_ptr<store::DeviceStore> m_store;
    const base::Clock& m_clock;
    base::Random& m_random;
    store::RecordStore m_records;
    store::DraftStore m_drafts;
    store::Outbox m_outbox;
    store::Recorder m_recorder;
    domain::CodeLists m_lists;
    store::Device m_device;
};

} // namespace doorstep::ui
