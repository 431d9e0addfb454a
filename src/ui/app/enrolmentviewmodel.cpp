#include "ui/app/enrolmentviewmodel.h"

#include "ui/app/pinrules.h"

#include <algorithm>

namespace doorstep::ui {

using base::ErrorCode;

EnrolmentViewModel::EnrolmentViewModel(sync::Installation& installation, sync::HubClient& client,
                                       LockViewModel::Opened opened)
    : m_installation(installation), m_client(client), m_opened(std::move(opened))
{
}

int EnrolmentViewModel::pinLength() const
{
    return kPinLength;
}

void EnrolmentViewModel::setHub(const QString& hub)
{
    m_hub = hub.trimmed();
    m_hubError.clear();
    Q_EMIT changed();
}

void EnrolmentViewModel::setCode(const QString& code)
{
    m_code = code.trimmed();
    m_codeError.clear();
    Q_EMIT changed();
}

void EnrolmentViewModel::setPin(const QString& pin)
{
    m_pin = pin;
    m_pinError.clear();
    Q_EMIT changed();
}

void EnrolmentViewModel::setPinAgain(const QString& pin)
{
    m_pinAgain = pin;
    m_pinAgainError.clear();
    Q_EMIT changed();
}

bool EnrolmentViewModel::check()
{
    m_error.clear();
    const bool isHub = sync::HubClient::parseAddress(m_hub).has_value();
    m_hubError = isHub ? QString() : tr("Write the address your manager gave you. It begins with https://");
    m_codeError = m_code.isEmpty() ? tr("Write the code your manager gave you.") : QString();
    const bool isPin =
        m_pin.size() == kPinLength && std::all_of(m_pin.begin(), m_pin.end(), [](QChar c) { return c.isDigit(); });
    m_pinError = isPin ? QString() : tr("Choose %1 digits that you will remember.").arg(kPinLength);
    m_pinAgainError = m_pin == m_pinAgain ? QString() : tr("This is not the same PIN. Write it once more.");
    return isHub && isPin && m_codeError.isEmpty() && m_pinAgainError.isEmpty();
}

void EnrolmentViewModel::enrol()
{
    if (m_isBusy)
        return;
    m_isBusy = check();
    Q_EMIT changed();
    if (!m_isBusy)
        return;
    auto opened = m_installation.enrol(m_client, m_hub, m_code, m_pin);
    m_isBusy = false;
    if (!opened)
        show(opened.error());
    Q_EMIT changed();
    if (opened)
        m_opened(*std::move(opened));
}

void EnrolmentViewModel::show(const base::Error& error)
{
    switch (error.code) {
    case ErrorCode::CodeUsed:
        m_codeError = tr("This code has been used, or is too old. Ask your manager for a new one.");
        break;
    case ErrorCode::InvalidValue:
        (error.field == QLatin1StringView("code")  ? m_codeError
         : error.field == QLatin1StringView("pin") ? m_pinError
                                                   : m_hubError) = tr("This does not look right. Please check it.");
        break;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::InDoubt:
        m_hubError = tr("The hub did not answer. Check the address and the connection, then try again.");
        break;
    case ErrorCode::TooManyRequests:
        m_error = tr("Too many tries. Wait a minute and try again.");
        break;
    case ErrorCode::UpgradeNeeded:
        m_error = tr("This app is too old for the hub. Update it first.");
        break;
    case ErrorCode::KeyStore:
        m_error = tr("This phone’s key store did not work, and without it nothing would be safe. Restart the phone and "
                     "try again.");
        break;
    default:
        m_error = tr("This phone could not be set up. Try again; if it happens again, tell your manager.");
    }
}

} // namespace doorstep::ui
