#include "wire/json.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace doorstep;

/// The contract as others read it names what the code names.
class TstOpenapi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contract_everyMemberName_isDescribed();
    void contract_everyPath_isDescribed();
    void contract_transientErrors_areNamed();

private:
    static QString read(const char* file)
    {
        QFile opened(QStringLiteral(DOORSTEP_WIRE_FOLDER "/") + QString::fromLatin1(file));
        return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()) : QString();
    }
    static QStringList matches(const QString& text, const char* pattern)
    {
        QStringList found;
        auto all = QRegularExpression(QString::fromLatin1(pattern)).globalMatch(text);
        while (all.hasNext())
            found << all.next().captured(1);
        return found;
    }
};

void TstOpenapi::contract_everyMemberName_isDescribed()
{
    const QString contract = read("openapi.yaml");
    const QStringList names = matches(read("json.h"), R"re(inline constexpr QLatin1StringView \w+\("(\w+)"\))re");
    QVERIFY(names.size() > 40);
    for (const QString& name : names) {
        const QRegularExpression member(QStringLiteral(R"re((^|[\s{,])%1:)re").arg(name),
                                        QRegularExpression::MultilineOption);
        QVERIFY2(contract.contains(member), qPrintable(name));
    }
}

void TstOpenapi::contract_everyPath_isDescribed()
{
    const QString contract = read("openapi.yaml");
    const QStringList paths = matches(read("protocol.h"), R"re(kPath\w+\("([^"]+)"\))re");
    QCOMPARE(paths.size(), 5);
    for (const QString& path : paths)
        QVERIFY2(contract.contains(QStringLiteral("\n  %1:\n").arg(path)), qPrintable(path));
}

void TstOpenapi::contract_transientErrors_areNamed()
{
    const QStringList described = matches(read("openapi.yaml"), R"re(Trying again later may help([^.;]+);)re");
    QCOMPARE(described.size(), 1);
    for (int i = 0; i <= static_cast<int>(base::ErrorCode::Internal); ++i) {
        const auto code = static_cast<base::ErrorCode>(i);
        const QRegularExpression name(QStringLiteral(R"re(\b%1\b)re").arg(base::wireName(code)));
        QVERIFY2(described.first().contains(name) == base::isTransient(code), base::wireName(code).data());
    }
}

QTEST_GUILESS_MAIN(TstOpenapi)
#include "tst_openapi.moc"
