#include "base/errorcode.h"
#include "wire/exchange.h"
#include "wire/json.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace doorstep;

/// What docs/sync.md shows is what the programs read.
class TstSyncDoc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void examples_areReadAsMessages();
    void errors_haveTheNamesAndStatusesOfTheCode();

private:
    QString m_text;
};

void TstSyncDoc::initTestCase()
{
    QFile file(QStringLiteral(DOORSTEP_SOURCE "/docs/sync.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_text = QString::fromUtf8(file.readAll());
}

void TstSyncDoc::examples_areReadAsMessages()
{
    static const QRegularExpression block(QStringLiteral("```json\\n(.*?)```"),
                                          QRegularExpression::DotMatchesEverythingOption);
    int requests = 0;
    int replies = 0;
    auto found = block.globalMatch(m_text);
    while (found.hasNext()) {
        const QByteArray bytes = found.next().captured(1).toUtf8();
        const auto json = wire::objectFromBytes(bytes);
        QVERIFY2(json, bytes.constData());
        if (json->contains(wire::key::results)) {
            QVERIFY2(wire::replyFromBytes(bytes), bytes.constData());
            ++replies;
            continue;
        }
        const auto request = wire::requestFromBytes(bytes);
        QVERIFY2(request, bytes.constData());
        for (const wire::Change& change : request->batch->changes) {
            QVERIFY2(!change.fault, qPrintable(change.fault ? change.fault->detail : QString()));
            const domain::KindSpec* kind = domain::findKind(change.kind);
            QVERIFY(kind);
            QVERIFY(domain::refuseUnknownFields(*kind, change.change.fields));
        }
        ++requests;
    }
    QVERIFY(requests > 0 && replies > 0);
}

void TstSyncDoc::errors_haveTheNamesAndStatusesOfTheCode()
{
    static const QRegularExpression row(QStringLiteral("^\\| (\\d{3}) \\| (`[^|]*`) \\|"),
                                        QRegularExpression::MultilineOption);
    static const QRegularExpression name(QStringLiteral("`(\\w+)`"));
    int names = 0;
    auto rows = row.globalMatch(m_text);
    while (rows.hasNext()) {
        const auto match = rows.next();
        auto titles = name.globalMatch(match.captured(2));
        while (titles.hasNext()) {
            const QString title = titles.next().captured(1);
            const auto code = base::errorCodeFromWire(title);
            QVERIFY2(code, qPrintable(title));
            QCOMPARE(base::httpStatus(*code), match.captured(1).toInt());
            ++names;
        }
    }
    QVERIFY(names > 10);
}

QTEST_GUILESS_MAIN(TstSyncDoc)
#include "tst_syncdoc.moc"
