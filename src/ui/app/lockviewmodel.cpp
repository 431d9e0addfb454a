#include "ui/app/lockviewmodel.h"

#include "store/keyvault.h"
#include "ui/app/pinrules.h"
#include "ui/core/words.h"

#include <QTimer>

namespace doorstep::ui {

using base::ErrorCode;

namespace {

constexpr int kNoon = 12;
constexpr int kEvening = 18;
// Long enough for the last dot to be drawn before the key is worked out.
constexpr int kOneFrame = 30;

QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongPin:
        return LockViewModel::tr("That PIN does not open this phone. Try again; nothing is lost.");
    case ErrorCode::KeyStore:
        return LockViewModel::tr("This phone’s key store did not give the key. Restart the phone and try again. "
                                 "Nothing has been deleted.");
    case ErrorCode::Corrupt:
        return LockViewModel::tr("The notes on this phone cannot be read. Do not remove the app; ask your manager.");
    case ErrorCode::DiskFull:
        return LockViewModel::tr("This phone is full. Free some space and try again. Nothing is lost.");
    default:
        return LockViewModel::tr("This did not work. Try again; nothing is lost.");
    }
}

} // namespace

LockViewModel::LockViewModel(sync::Installation& installation, const base::Clock& clock, Opened opened)
    : m_installation(installation), m_clock(clock), m_opened(std::move(opened))
{
}

int LockViewModel::pinLength() const
{
    return kPinLength;
}

int LockViewModel::shortestPin() const
{
    return store::kShortestPin;
}

QString LockViewModel::greeting() const
{
    const int hour = m_clock.now().toDateTime().time().hour();
    const QString words = hour < kNoon      ? tr("Good morning")
                          : hour < kEvening ? tr("Good afternoon")
                                            : tr("Good evening");
    return m_workerName.isEmpty() ? words : tr("%1, %2").arg(words, words::firstName(m_workerName));
}

void LockViewModel::setWorkerName(const QString& name)
{
    m_workerName = name;
    Q_EMIT changed();
}

void LockViewModel::forgetError()
{
    if (m_error.isEmpty())
        return;
    m_error.clear();
    Q_EMIT changed();
}

void LockViewModel::unlock(const QString& pin)
{
    if (std::exchange(m_isBusy, true))
        return;
    m_error.clear();
    Q_EMIT changed();
    QTimer::singleShot(kOneFrame, this, [this, pin] { tryPin(pin); });
}

void LockViewModel::tryPin(const QString& pin)
{
    auto opened = m_installation.unlock(pin);
    m_isBusy = false;
    m_error = opened ? QString() : sentence(opened.error().code);
    Q_EMIT changed();
    Q_EMIT refused();
    if (opened)
        m_opened(*std::move(opened));
}

} // namespace doorstep::ui
