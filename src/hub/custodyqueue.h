#pragma once

#include "hub/hubstore.h"

namespace doorstep::hub {

/// What a coordinator has to deal with: changes that wait for another record, and changes that were refused. Their
/// names, such as "h3" and "q12", stay theirs.
class CustodyQueue
{
public:
    CustodyQueue(HubStore& store, const base::Clock& clock) : m_store(store), m_clock(clock) {}

    /// Oldest first within each sort: name, who, when, days, kind, record, and why it waits or was refused. `late` once
    /// a change has waited so long that what it needs will hardly come.
    [[nodiscard]] Result<std::vector<QJsonObject>> list();
    /// The same of one, with the change itself: as JSON, or as the text that came where it is none. NotFound.
    [[nodiscard]] Result<QJsonObject> show(const QString& name);
    /// Applies it anew, with these fields in the place of its own. What is refused again comes back under a new name.
    /// Its device is told. NotFound; InvalidValue for a change that cannot be read.
    [[nodiscard]] Result<wire::ChangeResult> replay(const QString& name, const QJsonObject& mended = {});
    /// Takes it off the queue for good; content and reason stay in the history. NotFound; BadRequest without a reason.
    [[nodiscard]] Status close(const QString& name, const QString& why);

private:
    struct Item
    {
        std::optional<HeldChange> held;
        std::optional<QuarantinedChange> refused;

        [[nodiscard]] const wire::Change& change() const { return held ? held->change : refused->change; }
        [[nodiscard]] const ChangeKey& key() const { return held ? held->key : refused->key; }
        [[nodiscard]] QString name() const;
    };

    [[nodiscard]] static Result<std::vector<Item>> items(HubTransaction& transaction);
    [[nodiscard]] static Result<Item> item(HubTransaction& transaction, const QString& name);
    [[nodiscard]] Result<QJsonObject> describe(HubTransaction& transaction, const Item& item) const;
    [[nodiscard]] static Status takeOff(HubTransaction& transaction, const Item& item, QLatin1StringView state);

    HubStore& m_store;
    const base::Clock& m_clock;
};

} // namespace doorstep::hub
