#include "hub/keepingcommands.h"

#include "hub/housekeeping.h"
#include "hub/hubdirectory.h"
#include "wire/json.h"

#include <QFile>

#include <iostream>

namespace doorstep::hub {

namespace {

void print(const QByteArray& line)
{
    std::cout << line.constData() << '\n';
}

void printMark(QLatin1StringView what, const QString& file, const BackupMark& mark)
{
    print(wire::compact({{what, file},
                         {QLatin1StringView("seq"), mark.seq},
                         {QLatin1StringView("device_epochs"), static_cast<qint64>(mark.epochs.size())}}));
}

} // namespace

Status backUp(const QString& directory, const QString& file)
{
    DOORSTEP_TRY_ASSIGN(const BackupMark mark, HubDirectory(directory).backup(file, base::SystemClock()));
    printMark(QLatin1StringView("backup"), file, mark);
    return {};
}

Status restoreBackup(const QString& directory, const QString& file, bool verifyOnly)
{
    base::SystemRandom random;
    DOORSTEP_TRY_ASSIGN(const BackupMark mark,
                        HubDirectory(directory).restore(file, random,
                                                        verifyOnly ? HubDirectory::Restore::VerifyOnly
                                                                   : HubDirectory::Restore::InPlace));
    printMark(verifyOnly ? QLatin1StringView("verified") : QLatin1StringView("restored"), file, mark);
    return {};
}

Status printBackupMark(HubStore& store)
{
    DOORSTEP_TRY_ASSIGN(const BackupMark mark, BackupMark::of(*store.read()));
    print(mark.toBytes());
    return {};
}

Status noteBackedUp(HubStore& store, const QString& markFile)
{
    QFile file(markFile);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("cannot read %1").arg(markFile),
                          QStringLiteral("FILE"));
    DOORSTEP_TRY_ASSIGN(const BackupMark mark, BackupMark::fromBytes(file.readAll()));
    DOORSTEP_TRY(mark.putInto(store, base::SystemClock().now()));
    printMark(QLatin1StringView("backed_up"), markFile, mark);
    return {};
}

Status noteRestored(HubStore& store)
{
    base::SystemRandom random;
    DOORSTEP_TRY(HubDirectory::beginNewLife(store, random));
    DOORSTEP_TRY_ASSIGN(const BackupMark mark, BackupMark::of(*store.read()));
    printMark(QLatin1StringView("restored"), {}, mark);
    return {};
}

Status purgeTombstones(HubStore& store)
{
    const base::SystemClock clock;
    const ListsBundle lists;
    DOORSTEP_TRY_ASSIGN(const qint64 count, Housekeeping(store, clock, lists).purge());
    print(wire::compact({{QLatin1StringView("purged"), count}}));
    return {};
}

} // namespace doorstep::hub
