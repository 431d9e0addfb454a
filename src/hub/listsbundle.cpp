#include "hub/listsbundle.h"

#include "hub/secret.h"
#include "wire/json.h"

namespace doorstep::hub {

Result<QByteArray> ListsBundle::bytes(HubTransaction& transaction) const
{
    DOORSTEP_TRY(refresh(transaction));
    return m_bytes;
}

Result<QString> ListsBundle::tag(HubTransaction& transaction) const
{
    DOORSTEP_TRY(refresh(transaction));
    return m_tag;
}

Result<domain::SyncRules> ListsBundle::rules(HubTransaction& transaction) const
{
    DOORSTEP_TRY(refresh(transaction));
    return m_rules;
}

Status ListsBundle::refresh(HubTransaction& transaction) const
{
    DOORSTEP_TRY_ASSIGN(const QByteArray given, transaction.meta(metakey::lists));
    if (!m_bytes.isEmpty() && given == m_given)
        return {};
    domain::CodeLists lists = m_lists;
    if (!given.isEmpty()) {
        DOORSTEP_TRY_ASSIGN(const QJsonObject bundle, wire::objectFromBytes(given));
        DOORSTEP_TRY(lists.merge(bundle));
    }
    m_given = given;
    m_rules = domain::SyncRules::from(lists);
    m_bytes = wire::compact(lists.toBundle());
    m_tag = u'"' + QString::fromLatin1(hashOf(m_bytes).first(12).toHex()) + u'"';
    return {};
}

} // namespace doorstep::hub
