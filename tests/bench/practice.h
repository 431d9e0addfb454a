#pragma once

#include "app/appwiring.h"
#include "app/practicestore.h"
#include "platform/fake/memorykeystore.h"

#include <QTemporaryDir>

namespace doorstep::bench {

/// A practice store of one size and the app on it, without a hub.
class PracticeApp
{
public:
    explicit PracticeApp(domain::CaseloadSize size);

    /// A new app on the same store, up to its first frame: what a worker waits for after the PIN.
    void startAnew();
    [[nodiscard]] app::App& app() { return *m_app; }

private:
    QTemporaryDir m_folder;
    base::FixedClock m_clock;
    platform::MemoryKeyStore m_keyStore;
    sql::DatabaseKey m_key;
    std::unique_ptr<app::App> m_app;
};

} // namespace doorstep::bench
