#include "platform/linux/keychainstore.h"

#include <QEventLoop>
#include <qt6keychain/keychain.h>

namespace doorstep::platform {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

const QString kService = QStringLiteral("Doorstep");

template <class Job>
void finish(Job& job, const QString& name)
{
    job.setKey(name);
    job.setAutoDelete(false);
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
}

tl::unexpected<base::Error> errorOf(const QKeychain::Job& job)
{
    const bool missing = job.error() == QKeychain::EntryNotFound;
    return fail(missing ? ErrorCode::NotFound : ErrorCode::KeyStore, job.errorString());
}

} // namespace

bool KeychainStore::isAvailable()
{
    QKeychain::ReadPasswordJob job(kService);
    finish(job, QStringLiteral("probe"));
    return job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
}

Result<QByteArray> KeychainStore::read(const QString& name)
{
    QKeychain::ReadPasswordJob job(kService);
    finish(job, name);
    if (job.error() != QKeychain::NoError)
        return errorOf(job);
    return job.binaryData();
}

Status KeychainStore::write(const QString& name, const QByteArray& secret)
{
    QKeychain::WritePasswordJob job(kService);
    job.setBinaryData(secret);
    finish(job, name);
    if (job.error() != QKeychain::NoError)
        return errorOf(job);
    return {};
}

Status KeychainStore::remove(const QString& name)
{
    QKeychain::DeletePasswordJob job(kService);
    finish(job, name);
    if (job.error() != QKeychain::NoError)
        return errorOf(job);
    return {};
}

QString KeychainStore::description() const
{
    return QStringLiteral("key store of the system");
}

} // namespace doorstep::platform
