#include "ui/core/receipt.h"

#include <QCoreApplication>

namespace doorstep::ui {

using store::OutboxState;

Receipt Receipt::of(OutboxState state)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Receipt", text); };
    switch (state) {
    case OutboxState::Waiting:
        return {QStringLiteral("schedule"), tr("Waits on this phone")};
    case OutboxState::InFlight:
        return {QStringLiteral("sync"), tr("On its way")};
    case OutboxState::Held:
        return {QStringLiteral("hourglass_empty"), tr("Received, waits for another record")};
    case OutboxState::NeedsAttention:
        return {QStringLiteral("error_outline"), tr("Needs a look")};
    case OutboxState::Received:
    case OutboxState::Replaced:
        break;
    }
    return {QStringLiteral("done_all"), tr("Received")};
}

} // namespace doorstep::ui
