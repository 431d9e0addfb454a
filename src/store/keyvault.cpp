#include "store/keyvault.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <sodium.h>

namespace doorstep::store {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

const QString kSecretName = QStringLiteral("device-secret");
// libsodium's "interactive" limits: about a tenth of a second here, half a second on a modest phone.
constexpr unsigned long long kPasses = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr size_t kMemory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

struct Wrap
{
    QByteArray salt, nonce, box;
    unsigned long long passes = kPasses;
    size_t memory = kMemory;
};

const unsigned char* in(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* out(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(size));
    return bytes;
}

/// The key that closes the wrap: both the PIN and the key store's secret go into it.
Result<QByteArray> wrappingKey(const QString& pin, const QByteArray& secret, const Wrap& wrap)
{
    const QByteArray typed = pin.toUtf8();
    QByteArray stretched(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    if (crypto_pwhash(out(stretched), crypto_secretbox_KEYBYTES, typed.constData(), static_cast<size_t>(typed.size()),
                      in(wrap.salt), wrap.passes, wrap.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::Internal, QStringLiteral("not enough memory to check the PIN"));
    QByteArray key(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    crypto_generichash(out(key), crypto_secretbox_KEYBYTES, in(stretched), crypto_secretbox_KEYBYTES, in(secret),
                       static_cast<size_t>(secret.size()));
    sodium_memzero(stretched.data(), static_cast<size_t>(stretched.size()));
    return key;
}

QJsonObject toJson(const Wrap& wrap)
{
    const auto base64 = [](const QByteArray& bytes) { return QString::fromLatin1(bytes.toBase64()); };
    return {{QStringLiteral("version"), 1},
            {QStringLiteral("kdf"), QStringLiteral("argon2id")},
            {QStringLiteral("passes"), static_cast<qint64>(wrap.passes)},
            {QStringLiteral("memory"), static_cast<qint64>(wrap.memory)},
            {QStringLiteral("salt"), base64(wrap.salt)},
            {QStringLiteral("nonce"), base64(wrap.nonce)},
            {QStringLiteral("box"), base64(wrap.box)}};
}

Result<Wrap> wrapFromJson(const QByteArray& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto base64 = [&](const QString& key) {
        return QByteArray::fromBase64(json.value(key).toString().toLatin1());
    };
    Wrap wrap{base64(QStringLiteral("salt")), base64(QStringLiteral("nonce")), base64(QStringLiteral("box")),
              static_cast<unsigned long long>(json.value(QStringLiteral("passes")).toInteger()),
              static_cast<size_t>(json.value(QStringLiteral("memory")).toInteger())};
    if (wrap.salt.size() != crypto_pwhash_SALTBYTES || wrap.nonce.size() != crypto_secretbox_NONCEBYTES ||
        wrap.box.size() != sql::kKeyBytes + static_cast<int>(crypto_secretbox_MACBYTES))
        return fail(ErrorCode::Corrupt, QStringLiteral("vault.json is damaged"));
    return wrap;
}

Status moveAside(const QString& path)
{
    if (!QFile::exists(path))
        return {};
    const QString aside = path + QStringLiteral(".aside-%1").arg(QDateTime::currentMSecsSinceEpoch());
    if (!QFile::rename(path, aside))
        return fail(ErrorCode::Io, QStringLiteral("cannot move %1 aside").arg(path));
    return {};
}

} // namespace

Status checkPin(const QString& pin)
{
    const bool allDigits = std::all_of(pin.begin(), pin.end(), [](QChar each) { return each >= u'0' && each <= u'9'; });
    if (pin.size() < kShortestPin || pin.size() > kLongestPin || !allDigits)
        return fail(ErrorCode::InvalidValue,
                    QStringLiteral("a PIN has %1 to %2 digits").arg(kShortestPin).arg(kLongestPin),
                    QStringLiteral("pin"));
    return {};
}

QString KeyVault::path() const
{
    return m_folder + QStringLiteral("/vault.json");
}

bool KeyVault::exists() const
{
    return QFile::exists(path());
}

Result<sql::DatabaseKey> KeyVault::create(const QString& pin)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, QStringLiteral("no randomness"));
    DOORSTEP_TRY(checkPin(pin));
    auto secret = m_keyStore.read(kSecretName);
    if (!secret && secret.error().code != ErrorCode::NotFound)
        return fail(std::move(secret).error());
    if (!secret) {
        secret = randomBytes(sql::kKeyBytes);
        DOORSTEP_TRY(m_keyStore.write(kSecretName, *secret));
    }
    const sql::DatabaseKey key{randomBytes(sql::kKeyBytes)};
    Wrap wrap{randomBytes(crypto_pwhash_SALTBYTES), randomBytes(crypto_secretbox_NONCEBYTES), {}};
    DOORSTEP_TRY_ASSIGN(const QByteArray wrapping, wrappingKey(pin, *secret, wrap));
    wrap.box.resize(sql::kKeyBytes + static_cast<int>(crypto_secretbox_MACBYTES));
    crypto_secretbox_easy(out(wrap.box), in(key.bytes), sql::kKeyBytes, in(wrap.nonce), in(wrapping));

    DOORSTEP_TRY(moveAside(path()));
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(QJsonDocument(toJson(wrap)).toJson()) < 0 || !file.commit())
        return fail(ErrorCode::Io, QStringLiteral("%1: %2").arg(path(), file.errorString()));
    return key;
}

Result<sql::DatabaseKey> KeyVault::open(const QString& pin)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, QStringLiteral("no randomness"));
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotEnrolled, QStringLiteral("this device has no key yet; enrol it"));
    DOORSTEP_TRY_ASSIGN(const Wrap wrap, wrapFromJson(file.readAll()));
    auto secret = m_keyStore.read(kSecretName);
    if (!secret)
        return fail(ErrorCode::KeyStore, secret.error().detail);
    DOORSTEP_TRY_ASSIGN(const QByteArray wrapping, wrappingKey(pin, *secret, wrap));
    sql::DatabaseKey key{QByteArray(sql::kKeyBytes, Qt::Uninitialized)};
    if (crypto_secretbox_open_easy(out(key.bytes), in(wrap.box), static_cast<unsigned long long>(wrap.box.size()),
                                   in(wrap.nonce), in(wrapping)) != 0)
        return fail(ErrorCode::WrongPin, QStringLiteral("this PIN does not open the phone"), QStringLiteral("pin"));
    return key;
}

} // namespace doorstep::store
