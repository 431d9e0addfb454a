#include "bench/measure.h"
#include "support/deviceprocess.h"
#include "support/hubprocess.h"

#include <QTemporaryDir>

namespace doorstep::bench {

std::vector<Figure> benchExchange()
{
    QTemporaryDir folder;
    support::HubProcess hub(folder.filePath(QStringLiteral("hub")));
    support::DeviceProcess device(folder.filePath(QStringLiteral("phone")));
    if (!hub.init() || !hub.serve() || !device.start())
        qFatal("hub or device does not start");
    if (!device.enrol(hub.address(), hub.enrolmentCode(QStringLiteral("Sam")))[QStringLiteral("ok")].toBool())
        qFatal("no enrolment");
    const QJsonObject first = device.command(QStringLiteral("sync"));
    const QJsonObject idle = device.command(QStringLiteral("sync"));
    if (!first[QStringLiteral("complete")].toBool() || !idle[QStringLiteral("complete")].toBool())
        qFatal("no sync");
    return {{QStringLiteral("exchange.requests_when_nothing_changed"), idle[QStringLiteral("exchanges")].toDouble(),
             QStringLiteral("requests"), 1.0, QStringLiteral("real device and hub on loopback")}};
}

} // namespace doorstep::bench
