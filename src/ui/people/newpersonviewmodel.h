#pragma once

#include "ui/core/session.h"

#include <QtQml/qqmlregistration.h>

namespace doorstep::ui {

/// The form for somebody new. A name is enough; the rest can come later. Kept as a draft while it is open.
class NewPersonViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString givenName READ givenName WRITE setGivenName NOTIFY changed FINAL)
    Q_PROPERTY(QString familyName READ familyName WRITE setFamilyName NOTIFY changed FINAL)
    Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY changed FINAL)
    Q_PROPERTY(QString postcode READ postcode WRITE setPostcode NOTIFY changed FINAL)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY changed FINAL)
    Q_PROPERTY(QDateTime dateOfBirth READ dateOfBirth WRITE setDateOfBirth NOTIFY changed FINAL)
    Q_PROPERTY(bool hasDateOfBirth READ hasDateOfBirth NOTIFY changed FINAL)
    Q_PROPERTY(QDateTime today READ today CONSTANT FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY changed FINAL)

public:
    explicit NewPersonViewModel(Session& session);

    [[nodiscard]] QString givenName() const { return text("given_name"); }
    [[nodiscard]] QString familyName() const { return text("family_name"); }
    [[nodiscard]] QString phone() const { return text("phone"); }
    [[nodiscard]] QString postcode() const { return text("postcode"); }
    [[nodiscard]] QString address() const { return text("address"); }
    [[nodiscard]] QDateTime dateOfBirth() const;
    [[nodiscard]] bool hasDateOfBirth() const { return dateOfBirth().isValid(); }
    [[nodiscard]] QDateTime today() const { return m_session.clock().now().date().startOfDay(); }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] bool isSaved() const { return m_isSaved; }

    void setGivenName(const QString& name) { setText("given_name", name); }
    void setFamilyName(const QString& name) { setText("family_name", name); }
    void setPhone(const QString& phone) { setText("phone", phone); }
    void setPostcode(const QString& postcode) { setText("postcode", postcode.toUpper()); }
    void setAddress(const QString& address) { setText("address", address); }
    void setDateOfBirth(const QDateTime& day);

    /// Saves the person and the beginning of their support; saved() tells the id.
    Q_INVOKABLE void save();
    /// Gives the form up with what was typed.
    Q_INVOKABLE void discard();

Q_SIGNALS:
    void changed();
    void saved(const QString& person);
    void discarded();

private:
    [[nodiscard]] QString text(const char* field) const;
    void setText(const char* field, const QString& text);
    void keep();
    [[nodiscard]] base::Status saveBoth();

    Session& m_session;
    domain::Record m_person;
    QString m_error;
    bool m_isSaved = false;
};

} // namespace doorstep::ui
