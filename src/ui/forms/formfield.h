#pragma once

#include "base/clock.h"
#include "domain/record.h"
#include "ui/forms/choicemodel.h"

#include <QDateTime>

namespace doorstep::ui {

/// One question of a form: the field of the draft record of that name, as the page shows and changes it. A number that
/// cannot be read stays as it was typed and does not touch the record. Owned by its form.
class FormField : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a form")
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(double number READ number NOTIFY changed FINAL)
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    Q_PROPERTY(QStringList codes READ codes NOTIFY changed FINAL)
    Q_PROPERTY(QDateTime moment READ moment NOTIFY changed FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyState READ emptyState NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)
    Q_PROPERTY(QString label READ label CONSTANT FINAL)
    Q_PROPERTY(QString unit READ unit CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::ChoiceModel* options READ options CONSTANT FINAL)

public:
    /// Where the form lives: its record, the code lists, the clock and what the record was before. Outlives the field.
    struct Place
    {
        domain::Record& record;
        const domain::CodeLists& lists;
        const base::Clock& clock;
        const std::optional<domain::Record>* original = nullptr;
    };

    FormField(QLatin1StringView name, const Place& place, QObject* parent);

    [[nodiscard]] QLatin1StringView name() const { return m_spec.key(); }
    [[nodiscard]] QString text() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] QString code() const;
    [[nodiscard]] QStringList codes() const;
    [[nodiscard]] QDateTime moment() const;
    [[nodiscard]] bool isEmpty() const;
    /// "declined", "not-known", "not-asked"; empty for blank and for answered fields.
    [[nodiscard]] QString emptyState() const;
    [[nodiscard]] QString error() const;
    [[nodiscard]] QString hint() const { return m_hint; }
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] ChoiceModel* options() { return &m_options; }

    [[nodiscard]] const domain::Value& value() const;
    void setValue(const domain::Value& value);
    void setHint(const QString& hint);
    /// Why the hub did not take this field; gone with the next change of it.
    void setRefusal(const QString& sentence);
    /// Also offers "Rather not say" and "Not known".
    void offerEmptyStates();
    /// What stands in the field and could not be read; none when all is well.
    [[nodiscard]] std::optional<QString> unreadText() const;
    /// The record was replaced under the field.
    void refresh();

    Q_INVOKABLE void setText(const QString& text);
    /// Typing is over: "1h 15" becomes 75.
    Q_INVOKABLE void settle();
    /// Picks this answer; picking it again takes it back.
    Q_INVOKABLE void choose(const QString& code);
    Q_INVOKABLE void toggle(const QString& code);
    /// The answer in a row of `options`: chooses or toggles, as the field has one or many.
    Q_INVOKABLE void pick(int row);
    Q_INVOKABLE void setMoment(const QDateTime& moment);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void decline();

Q_SIGNALS:
    void changed();
    /// A person changed the answer.
    void edited();

private:
    [[nodiscard]] QString shownValue() const;
    [[nodiscard]] domain::Value storedValue() const;
    [[nodiscard]] domain::Value readText(const QString& text);
    void put(const domain::Value& value);
    void makeOptions();

    Place m_place;
    size_t m_index;
    const domain::FieldSpec& m_spec;
    ChoiceModel m_options;
    std::optional<QString> m_typed;
    QString m_problem, m_refusal, m_hint;
};

} // namespace doorstep::ui
