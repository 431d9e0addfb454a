#include "domain/codelist.h"
#include "domain/programmerules.h"
#include "domain/publishedcodes.h"
#include "domain/samples.h"

#include <QJsonArray>
#include <QTest>

using namespace doorstep::domain;

class TestCodeList : public QObject
{
    Q_OBJECT

    const CodeLists m_lists = CodeLists::builtIn();

private Q_SLOTS:
    void builtIn_listsOfFieldTables_exist()
    {
        for (const KindSpec& kind : allKinds()) {
            for (const FieldSpec& field : kind.fields)
                QVERIFY2(!field.list || !m_lists.list(QString::fromLatin1(field.list)).entries.empty(), field.name);
        }
    }
    void builtIn_publishedCodes_areAllThere()
    {
        for (const PublishedCodes& published : kPublishedCodes) {
            const CodeList& list = m_lists.list(QString::fromLatin1(published.list));
            const QStringList codes = QString::fromLatin1(published.codes).split(u' ', Qt::SkipEmptyParts);
            QVERIFY(!codes.isEmpty());
            for (const QString& code : codes)
                QVERIFY2(list.find(code), qPrintable(list.name + u'/' + code));
        }
    }
    void builtIn_codes_areSingleAndLabelled()
    {
        const QStringList names = m_lists.names();
        QVERIFY(names.size() > 30);
        for (const QString& name : names) {
            QStringList codes;
            for (const CodeEntry& entry : m_lists.list(name).entries) {
                QVERIFY2(!entry.code.isEmpty() && !entry.label.isEmpty(), qPrintable(name));
                QVERIFY2(!codes.contains(entry.code), qPrintable(name + u'/' + entry.code));
                codes << entry.code;
            }
        }
    }
    void builtIn_completenessRule_namesFieldsThatExist()
    {
        const QJsonArray items = m_lists.rule(u"completeness").value(QLatin1StringView("fields")).toArray();
        QVERIFY(items.size() >= 10);
        const auto check = [](const QJsonObject& item, const char* kindKey, const QString& field) {
            const KindSpec* kind = findKind(item.value(QLatin1StringView(kindKey)).toString());
            QVERIFY2(kind && kind->indexOf(field) >= 0, qPrintable(field));
        };
        for (const QJsonValue& each : items) {
            const QJsonObject item = each.toObject();
            check(item, "kind", item.value(QLatin1StringView("field")).toString());
            for (const char* more : {"also", "or"}) {
                const QJsonArray fields = item.value(QLatin1StringView(more)).toArray();
                for (const QJsonValue& field : fields)
                    check(item, "kind", field.toString());
            }
            if (item.contains(QLatin1StringView("reason_field")))
                check(item, "reason_kind", item.value(QLatin1StringView("reason_field")).toString());
            QVERIFY(!item.value(QLatin1StringView("sentence")).toString().isEmpty());
        }
    }
    void rules_builtIn_holdTheProgrammesNumbers()
    {
        const ProgrammeRules rules = ProgrammeRules::from(m_lists);
        QCOMPARE(rules.weeks, 12);
        QCOMPARE(rules.sessions, 12);
        QVERIFY(!rules.countsSessions);
        QCOMPARE(rules.reviewWeeks, 6);
        QCOMPARE(rules.followUpMonths, 3);
        QCOMPARE(rules.secondContactDays, 10);
        QCOMPARE(rules.quietWeeks, 6);
        QVERIFY(rules.firstContactDays > 0 && rules.startMeasureDays > 0 && rules.takeUpDays > 0);
        QCOMPARE(rules.outingMinutes, 240);
        QCOMPARE(rules.longMinutes, 720);
        QVERIFY(rules.lonely.holds(6) && rules.lonely.holds(9) && !rules.lonely.holds(5));
        QCOMPARE(rules.countedModes, (QSet<QString>{QStringLiteral("face-to-face"), QStringLiteral("telephone")}));
        QVERIFY(rules.silencingClosures.contains(QStringLiteral("death-of-service-user")));
        QVERIFY(rules.openSteps.contains(QStringLiteral("told")) &&
                !rules.openSteps.contains(QStringLiteral("attending")));
    }
    void rules_noLists_promptNothing()
    {
        const ProgrammeRules rules = ProgrammeRules::from(CodeLists());
        QCOMPARE(rules.weeks, 0);
        QVERIFY(!rules.lonely.holds(0));
    }
    void merge_olderList_isIgnored_newerReplaces()
    {
        CodeLists lists = CodeLists::builtIn();
        const auto bundle = [](int version) {
            const QJsonObject entry{{QStringLiteral("code"), QStringLiteral("x")},
                                    {QStringLiteral("label"), QStringLiteral("X")}};
            const QJsonObject list{{QStringLiteral("list"), QStringLiteral("genders")},
                                   {QStringLiteral("version"), version},
                                   {QStringLiteral("entries"), QJsonArray{entry}}};
            return QJsonObject{{QStringLiteral("lists"), QJsonArray{list}}};
        };
        QVERIFY(lists.merge(bundle(99)));
        QCOMPARE(lists.label(u"genders", u"x"), QStringLiteral("X"));
        QCOMPARE(lists.label(u"genders", u"female"), QStringLiteral("female"));
        CodeLists fresh = CodeLists::builtIn();
        QVERIFY(!fresh.merge(bundle(0)));
        QVERIFY(fresh.list(u"genders").find(u"female"));
        QVERIFY(fresh.merge(lists.toBundle()));
        QVERIFY(!fresh.list(u"genders").find(u"female"));
    }
};

QTEST_APPLESS_MAIN(TestCodeList)
#include "tst_codelist.moc"
