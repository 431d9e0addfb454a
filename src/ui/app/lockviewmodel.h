#pragma once

#include "sync/installation.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace doorstep::ui {

/// The page that asks for the PIN. Unlocking needs no network, and a wrong PIN changes nothing.
class LockViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(int pinLength READ pinLength CONSTANT FINAL)
    Q_PROPERTY(int shortestPin READ shortestPin CONSTANT FINAL)

public:
    using Opened = std::function<void(sync::Installation::Opened)>;

    LockViewModel(sync::Installation& installation, const base::Clock& clock, Opened opened);

    [[nodiscard]] QString greeting() const;
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] int pinLength() const;
    /// A phone set up by a script may have a shorter PIN than the page of a new phone asks for.
    [[nodiscard]] int shortestPin() const;
    /// Known once the phone has been unlocked.
    void setWorkerName(const QString& name);

    Q_INVOKABLE void unlock(const QString& pin);
    /// The message of a wrong PIN goes with the next digit.
    Q_INVOKABLE void forgetError();

Q_SIGNALS:
    void changed();
    /// The digits typed are of no use any more.
    void refused();

private:
    void tryPin(const QString& pin);

    sync::Installation& m_installation;
    const base::Clock& m_clock;
    Opened m_opened;
    QString m_workerName, m_error;
    bool m_isBusy = false;
};

} // namespace doorstep::ui
