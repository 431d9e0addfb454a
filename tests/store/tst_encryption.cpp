#include "platform/fake/memorykeystore.h"
#include "platform/linux/filekeystore.h"
#include "store/draftstore.h"
#include "store/keyvault.h"
#include "support/devicefixture.h"

#include <QDirIterator>
#include <QTest>

using namespace doorstep;
using base::ErrorCode;
using support::DeviceFixture;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

class EncryptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_wrongKey_isRefusedAndTheFileStays();
    void open_damagedFile_saysCorruptAndLeavesIt();
    void vault_rightPin_givesTheSameKey();
    void vault_wrongPin_changesNothing();
    void vault_lostSecret_doesNotOpenWithThePinAlone();
    void vault_createdAgain_movesTheOldOneAside();
    void keyFile_readableByOthers_isRefused();
};

void EncryptionTest::open_wrongKey_isRefusedAndTheFileStays()
{
    DeviceFixture device;
    QVERIFY(device.create(s("person"), {{s("given_name"), s("Tom")}}));
    device.store.reset();
    const auto wrong = store::DeviceStore::open(device.path(), sql::DatabaseKey{QByteArray(sql::kKeyBytes, 'x')});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::Corrupt);
    device.reopen();
    QCOMPARE(store::RecordStore(*device.store).list(*domain::findKind(u"person"))->size(), 1U);
}

void EncryptionTest::open_damagedFile_saysCorruptAndLeavesIt()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(s("broken.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray noise(8192, '#');
    file.write(noise);
    file.close();
    const auto opened = store::DeviceStore::open(file.fileName(), sql::DatabaseKey{QByteArray(sql::kKeyBytes, 'k')});
    QCOMPARE(opened.error().code, ErrorCode::Corrupt);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), noise);
}

void EncryptionTest::vault_rightPin_givesTheSameKey()
{
    QTemporaryDir folder;
    platform::MemoryKeyStore keyStore;
    store::KeyVault vault(folder.path(), keyStore);
    const auto made = vault.create(s("2468"));
    QVERIFY(made);
    QCOMPARE(vault.open(s("2468"))->bytes, made->bytes);
    QCOMPARE(vault.create(s("12")).error().field, s("pin"));
    QCOMPARE(vault.create(s("abcdef")).error().field, s("pin"));
}

void EncryptionTest::vault_wrongPin_changesNothing()
{
    QTemporaryDir folder;
    platform::MemoryKeyStore keyStore;
    store::KeyVault vault(folder.path(), keyStore);
    const auto made = vault.create(s("2468"));
    QCOMPARE(vault.open(s("1357")).error().code, ErrorCode::WrongPin);
    QCOMPARE(vault.open(s("2468"))->bytes, made->bytes);
}

void EncryptionTest::vault_lostSecret_doesNotOpenWithThePinAlone()
{
    QTemporaryDir folder;
    platform::MemoryKeyStore keyStore;
    store::KeyVault vault(folder.path(), keyStore);
    QVERIFY(vault.create(s("2468")));
    keyStore.setBroken(true);
    QCOMPARE(vault.open(s("2468")).error().code, ErrorCode::KeyStore);
    platform::MemoryKeyStore another;
    QVERIFY(another.write(s("device-secret"), QByteArray(32, 'a')));
    store::KeyVault stolen(folder.path(), another);
    QCOMPARE(stolen.open(s("2468")).error().code, ErrorCode::WrongPin);
}

void EncryptionTest::vault_createdAgain_movesTheOldOneAside()
{
    QTemporaryDir folder;
    platform::MemoryKeyStore keyStore;
    store::KeyVault vault(folder.path(), keyStore);
    QVERIFY(vault.create(s("2468")));
    QVERIFY(vault.create(s("1357")));
    QCOMPARE(QDir(folder.path()).entryList({s("vault.json*")}, QDir::Files).size(), 2);
}

void EncryptionTest::keyFile_readableByOthers_isRefused()
{
    QTemporaryDir folder;
    platform::FileKeyStore keyStore(folder.filePath(s("device.key")));
    QVERIFY(keyStore.write(s("secret"), "value"));
    QCOMPARE(QFile::permissions(folder.filePath(s("device.key"))) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QCOMPARE(*keyStore.read(s("secret")), QByteArray("value"));
    QVERIFY(QFile::setPermissions(folder.filePath(s("device.key")), QFile::ReadOwner | QFile::ReadOther));
    QCOMPARE(keyStore.read(s("secret")).error().code, ErrorCode::KeyStore);
}

QTEST_GUILESS_MAIN(EncryptionTest)
#include "tst_encryption.moc"
