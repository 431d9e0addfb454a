#include "hub/secret.h"

#include <sodium.h>

namespace doorstep::hub {

namespace {

const unsigned char* unsignedOf(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

} // namespace

QByteArray randomBytes(base::Random& random, int count)
{
    QByteArray bytes;
    while (bytes.size() < count) {
        const quint64 number = random.next();
        bytes.append(reinterpret_cast<const char*>(&number), sizeof(number));
    }
    bytes.truncate(count);
    return bytes;
}

QByteArray hashOf(const QByteArray& secret)
{
    return signatureOf(secret, {});
}

QByteArray signatureOf(const QByteArray& bytes, const QByteArray& key)
{
    QByteArray out(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), static_cast<size_t>(out.size()), unsignedOf(bytes),
                       static_cast<unsigned long long>(bytes.size()), key.isEmpty() ? nullptr : unsignedOf(key),
                       static_cast<size_t>(key.size()));
    return out;
}

bool isSame(const QByteArray& a, const QByteArray& b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), static_cast<size_t>(a.size())) == 0;
}

} // namespace doorstep::hub
