#include "hub/enrolcode.h"

namespace doorstep::hub {

namespace {
const QLatin1StringView kAlphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int kCharacters = 8;
constexpr int kGroup = 4;
} // namespace

QString makeEnrolCode(base::Random& random)
{
    QString code;
    for (int i = 0; i < kCharacters; ++i) {
        if (i == kGroup)
            code += u'-';
        code += kAlphabet.at(static_cast<qsizetype>(random.below(static_cast<quint64>(kAlphabet.size()))));
    }
    return code;
}

QString normalisedEnrolCode(const QString& typed)
{
    QString code;
    for (const QChar each : typed.toUpper()) {
        if (each == u'-' || each.isSpace())
            continue;
        const QChar meant = each == u'O' ? u'0' : each == u'I' || each == u'L' ? u'1' : each;
        if (!kAlphabet.contains(meant))
            return {};
        code += meant;
    }
    if (code.size() != kCharacters)
        return {};
    return code.insert(kGroup, u'-');
}

} // namespace doorstep::hub
