#pragma once

#include "hub/accounts.h"
#include "hub/exchange.h"
#include "hub/fileshandler.h"
#include "hub/housekeeping.h"
#include "hub/http/message.h"
#include "hub/http/tokenbucket.h"

namespace doorstep::hub {

/// The hub's REST interface without sockets: one request in, one response out.
class Router
{
public:
    Router(HubStore& store, const files::ContentStore& files, const base::Clock& clock, base::Random& random)
        : m_store(store), m_accounts(store, clock, random), m_exchange(store, clock, m_lists),
          m_files(store, files, clock, m_lists), m_codeTries(clock), m_housekeeping(store, clock, m_lists)
    {
    }

    [[nodiscard]] Response handle(const Request& request);
    /// What is to be done in a quiet moment.
    [[nodiscard]] Status keepHouse() { return m_housekeeping.run(); }
    /// An error in the one shape of the contract, for the server's own refusals too.
    [[nodiscard]] static Response problem(const base::Error& error);
    /// What every answer carries.
    static void finish(const Request& request, Response& response);

private:
    struct Route;

    [[nodiscard]] Result<Response> exchange(const Request& request, QJsonObject& notes);
    [[nodiscard]] Result<Response> enrol(const Request& request, QJsonObject& notes);
    [[nodiscard]] Result<Response> lists(const Request& request, QJsonObject& notes);
    [[nodiscard]] Result<Response> files(const Request& request, QJsonObject& notes);
    [[nodiscard]] Result<Response> health(const Request& request, QJsonObject& notes);

    [[nodiscard]] Response tooManyCodes() const;

    HubStore& m_store;
    ListsBundle m_lists;
    Accounts m_accounts;
    ExchangeHandler m_exchange;
    FilesHandler m_files;
    TokenBucket m_codeTries; ///< wrong one-time codes
    Housekeeping m_housekeeping;
};

} // namespace doorstep::hub
