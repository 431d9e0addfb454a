#pragma once

#include "ui/core/session.h"

#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace doorstep::ui {

/// How the app looks to this person, and which phone this is. Kept beside the store, since it holds nothing personal
/// and is needed before unlocking.
class SettingsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Colours colours READ colours WRITE setColours NOTIFY changed FINAL)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY changed FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed FINAL)
    Q_PROPERTY(QString worker READ worker NOTIFY deviceChanged FINAL)
    Q_PROPERTY(QString scheme READ scheme NOTIFY deviceChanged FINAL)
    Q_PROPERTY(QString hub READ hub NOTIFY deviceChanged FINAL)
    Q_PROPERTY(QString device READ device NOTIFY deviceChanged FINAL)
    Q_PROPERTY(QString keyStore READ keyStore CONSTANT FINAL)

public:
    enum class Colours { AsSystem, Light, Dark };
    Q_ENUM(Colours)

    SettingsViewModel(const QString& file, QString keyStore);

    [[nodiscard]] Colours colours() const { return m_colours; }
    [[nodiscard]] qreal textScale() const { return m_textScale; }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    [[nodiscard]] QString worker() const { return m_worker; }
    [[nodiscard]] QString scheme() const { return m_scheme; }
    [[nodiscard]] QString hub() const { return m_hub; }
    [[nodiscard]] QString device() const { return m_device; }
    [[nodiscard]] QString keyStore() const { return m_keyStore; }

    void setColours(Colours colours);
    void setTextScale(qreal scale);
    void setReducedMotion(bool reduced);
    void showDevice(const Session& session);

Q_SIGNALS:
    void changed();
    void deviceChanged();

private:
    void keep();

    QSettings m_file;
    QString m_keyStore, m_worker, m_scheme, m_hub, m_device;
    Colours m_colours = Colours::AsSystem;
    qreal m_textScale = 1;
    bool m_reducedMotion = false;
};

} // namespace doorstep::ui
