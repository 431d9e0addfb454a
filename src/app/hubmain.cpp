#include "hub/commands.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("doorstep-hub"));
    return doorstep::hub::runCommandLine(argc, argv);
}
