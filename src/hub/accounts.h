#pragma once

#include "domain/codelist.h"
#include "hub/hubstore.h"
#include "wire/enrolment.h"

namespace doorstep::hub {

/// Makes accounts with their worker records, one-time codes, and devices out of codes.
class Accounts
{
public:
    Accounts(HubStore& store, const base::Clock& clock, base::Random& random)
        : m_store(store), m_clock(clock), m_random(random)
    {
    }

    /// InvalidValue naming role or scheme when the lists do not have it; AlreadyExists when the name is taken.
    [[nodiscard]] Result<Account> add(const QString& name, const QString& role, const QString& scheme,
                                      const domain::CodeLists& lists);
    /// Gives an account another role or scheme; an empty one stays. Its devices let go of what they saw by the old one
    /// and are sent what they see by the new one. NotFound for an unknown name, InvalidValue as add().
    [[nodiscard]] Result<Account> change(const QString& name, const QString& role, const QString& scheme,
                                         const domain::CodeLists& lists);
    /// A code that one device can use within a day. NotFound for an unknown name.
    [[nodiscard]] Result<QString> makeCode(const QString& name);
    /// CodeUsed for a code that is unknown, used or too old: which of them is nobody's business.
    [[nodiscard]] Result<wire::Enrolment> enrol(const QString& typedCode);

private:
    [[nodiscard]] Status updateWorker(HubTransaction& transaction, const Account& account);

    HubStore& m_store;
    const base::Clock& m_clock;
    base::Random& m_random;
};

} // namespace doorstep::hub
