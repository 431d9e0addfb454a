#pragma once

#include "ui/app/lockviewmodel.h"

namespace doorstep::ui {

/// The first page of a new phone: which hub, the one-time code, and a PIN typed twice. Refuses what can be refused
/// before the code is used up.
class EnrolmentViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString hub READ hub WRITE setHub NOTIFY changed FINAL)
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed FINAL)
    Q_PROPERTY(QString pin READ pin WRITE setPin NOTIFY changed FINAL)
    Q_PROPERTY(QString pinAgain READ pinAgain WRITE setPinAgain NOTIFY changed FINAL)
    Q_PROPERTY(int pinLength READ pinLength CONSTANT FINAL)
    Q_PROPERTY(QString hubError READ hubError NOTIFY changed FINAL)
    Q_PROPERTY(QString codeError READ codeError NOTIFY changed FINAL)
    Q_PROPERTY(QString pinError READ pinError NOTIFY changed FINAL)
    Q_PROPERTY(QString pinAgainError READ pinAgainError NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)

public:
    EnrolmentViewModel(sync::Installation& installation, sync::HubClient& client, LockViewModel::Opened opened);

    [[nodiscard]] QString hub() const { return m_hub; }
    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QString pin() const { return m_pin; }
    [[nodiscard]] QString pinAgain() const { return m_pinAgain; }
    [[nodiscard]] int pinLength() const;
    [[nodiscard]] QString hubError() const { return m_hubError; }
    [[nodiscard]] QString codeError() const { return m_codeError; }
    [[nodiscard]] QString pinError() const { return m_pinError; }
    [[nodiscard]] QString pinAgainError() const { return m_pinAgainError; }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    void setHub(const QString& hub);
    void setCode(const QString& code);
    void setPin(const QString& pin);
    void setPinAgain(const QString& pin);

    /// Asks the hub and makes the store.
    Q_INVOKABLE void enrol();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool check();
    void show(const base::Error& error);

    sync::Installation& m_installation;
    sync::HubClient& m_client;
    LockViewModel::Opened m_opened;
    QString m_hub, m_code, m_pin, m_pinAgain;
    QString m_hubError, m_codeError, m_pinError, m_pinAgainError, m_error;
    bool m_isBusy = false;
};

} // namespace doorstep::ui
