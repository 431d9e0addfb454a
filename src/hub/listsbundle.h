#pragma once

#include "domain/codelist.h"
#include "domain/syncrules.h"
#include "hub/hubstore.h"

namespace doorstep::hub {

/// The code lists and programme rules as the hub hands them out: the built-in ones and whatever newer ones it was
/// given.
class ListsBundle
{
public:
    ListsBundle() : m_lists(domain::CodeLists::builtIn()) {}

    [[nodiscard]] Result<QByteArray> bytes(HubTransaction& transaction) const;
    [[nodiscard]] Result<domain::SyncRules> rules(HubTransaction& transaction) const;
    /// The value of the ETag header, quotation marks and all.
    [[nodiscard]] Result<QString> tag(HubTransaction& transaction) const;

private:
    [[nodiscard]] Status refresh(HubTransaction& transaction) const;

    domain::CodeLists m_lists;
    mutable QByteArray m_given; ///< what the store held when the rest was made
    mutable QByteArray m_bytes;
    mutable QString m_tag;
    mutable domain::SyncRules m_rules;
};

} // namespace doorstep::hub
