#pragma once

#include "app/appwiring.h"

#include <QSize>
#include <QTemporaryDir>

#include <functional>

namespace doorstep::app {

inline constexpr QSize kPhoneSize{412, 892};
inline constexpr QSize kTabletSize{1180, 820};

/// Opens one page after the other on the practice caseload and stops at each. Uses the wiring of the app, a fixed clock
/// and a store of its own.
class PageTour
{
public:
    /// Called on each page once it stands still, with the page's name.
    using Visit = std::function<void(const QString& page)>;

    PageTour();

    /// False when the window could not be loaded.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    void setLook(QSize size, bool dark, double textScale);
    void walk(const Visit& visit);
    /// What the window shows, as it is.
    [[nodiscard]] bool save(const QString& file) const;

private:
    void walkPlaces(const Visit& visit);
    void walkPerson(const Visit& visit);
    void walkEdits(const Visit& visit);
    void walkForms(const Visit& visit);
    void walkSheets(const Visit& visit);
    void walkCovers(const Visit& visit);
    void openSheet(const char* name, const char* opener, const Visit& visit);
    [[nodiscard]] QString richestPerson();
    void backToToday();
    void settle() const;

    QTemporaryDir m_folder, m_emptyFolder;
    base::FixedClock m_clock;
    std::unique_ptr<platform::KeyStore> m_keyStore;
    std::unique_ptr<App> m_app;
    std::unique_ptr<App> m_newPhone; ///< for the page of a phone that is not enrolled
    App* m_shown = nullptr;
    QString m_person;
    bool m_isReady = false;
};

/// Every page, light and dark, phone and tablet. 1 when QML warned of anything; the warnings go to standard error.
[[nodiscard]] int runSelfTest();
/// Writes a picture of each page.
[[nodiscard]] int writeScreens(const QString& folder);

} // namespace doorstep::app
