#include "ui/app/settingsviewmodel.h"

#include "ui/core/words.h"

#include <algorithm>

namespace doorstep::ui {

namespace {

const QString kColours = QStringLiteral("colours");
const QString kTextScale = QStringLiteral("text-scale");
const QString kReducedMotion = QStringLiteral("reduced-motion");
constexpr qreal kSmallestText = 1;
constexpr qreal kLargestText = 2;

} // namespace

SettingsViewModel::SettingsViewModel(const QString& file, QString keyStore)
    : m_file(file, QSettings::IniFormat), m_keyStore(std::move(keyStore)),
      m_colours(static_cast<Colours>(std::clamp(m_file.value(kColours).toInt(), 0, 2))),
      m_textScale(std::clamp(m_file.value(kTextScale, kSmallestText).toReal(), kSmallestText, kLargestText)),
      m_reducedMotion(m_file.value(kReducedMotion).toBool())
{
}

void SettingsViewModel::setColours(Colours colours)
{
    m_colours = colours;
    keep();
}

void SettingsViewModel::setTextScale(qreal scale)
{
    m_textScale = std::clamp(scale, kSmallestText, kLargestText);
    keep();
}

void SettingsViewModel::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    keep();
}

void SettingsViewModel::keep()
{
    m_file.setValue(kColours, static_cast<int>(m_colours));
    m_file.setValue(kTextScale, m_textScale);
    m_file.setValue(kReducedMotion, m_reducedMotion);
    Q_EMIT changed();
}

void SettingsViewModel::showDevice(const Session& session)
{
    const store::Device& device = session.device();
    m_worker = words::joined({device.name, session.lists().label(u"worker-roles", device.role)});
    m_scheme = session.lists().label(u"schemes", device.scheme);
    m_hub = device.hub;
    m_device = tr("Phone number %1 of the hub").arg(device.number);
    Q_EMIT deviceChanged();
}

} // namespace doorstep::ui
