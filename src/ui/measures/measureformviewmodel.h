#pragma once

#include "domain/programmerules.h"
#include "domain/scoring.h"
#include "ui/forms/recordform.h"

#include <functional>

namespace doorstep::ui {

/// The page of a measure: first the worker's page, then one question a screen, then a thank you. While the phone is in
/// the person's hands nothing but the questions can be reached; the worker's PIN leads back. The score is worked out
/// here and never shown.
class MeasureFormViewModel : public doorstep::ui::RecordForm // in full: the QML type table finds a base by this name
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by FormsViewModel")
    Q_PROPERTY(doorstep::ui::MeasureFormViewModel::Stage stage READ stage NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString instrumentLabel READ instrumentLabel CONSTANT FINAL)
    Q_PROPERTY(QString personTitle READ personTitle CONSTANT FINAL)
    Q_PROPERTY(QString intro READ intro CONSTANT FINAL)
    Q_PROPERTY(int questions READ questions CONSTANT FINAL)
    Q_PROPERTY(int number READ number NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString question READ question NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool isScale READ isScale NOTIFY stepChanged FINAL)
    Q_PROPERTY(int scaleLeast READ scaleLeast NOTIFY stepChanged FINAL)
    Q_PROPERTY(int scaleMost READ scaleMost NOTIFY stepChanged FINAL)
    Q_PROPERTY(int scaleValue READ scaleValue NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString scaleLeastLabel READ scaleLeastLabel NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString scaleMostLabel READ scaleMostLabel NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool isDeclined READ isDeclined NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY stepChanged FINAL)
    Q_PROPERTY(doorstep::ui::ChoiceModel* answers READ answers CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* point READ point CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* way READ way CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* takenOn READ takenOn CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* notAskedReason READ notAskedReason CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* note READ note CONSTANT FINAL)
    Q_PROPERTY(QString pinError READ pinError NOTIFY pinErrorChanged FINAL)

public:
    enum class Stage { Worker, Question, ThankYou };
    Q_ENUM(Stage)

    using VerifyPin = std::function<base::Status(const QString&)>;

    MeasureFormViewModel(Session& session, Start start, VerifyPin verifyPin);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] bool isHandedOver() const override;
    [[nodiscard]] QString instrumentLabel() const { return m_instrument.label; }
    [[nodiscard]] QString personTitle() const { return m_instrument.personTitle; }
    [[nodiscard]] QString intro() const { return m_instrument.intro; }
    [[nodiscard]] int questions() const { return static_cast<int>(m_instrument.items.size()); }
    /// 1 for the first question; 0 before.
    [[nodiscard]] int number() const { return m_step; }
    [[nodiscard]] QString question() const;
    [[nodiscard]] bool isScale() const;
    [[nodiscard]] int scaleLeast() const;
    [[nodiscard]] int scaleMost() const;
    /// -1 while there is no answer.
    [[nodiscard]] int scaleValue() const;
    [[nodiscard]] QString scaleLeastLabel() const;
    [[nodiscard]] QString scaleMostLabel() const;
    [[nodiscard]] bool isDeclined() const;
    [[nodiscard]] bool canGoOn() const;
    [[nodiscard]] ChoiceModel* answers() { return &m_answers; }
    [[nodiscard]] FormField* point() const { return m_point; }
    [[nodiscard]] FormField* way() const { return m_way; }
    [[nodiscard]] FormField* takenOn() const { return m_takenOn; }
    [[nodiscard]] FormField* notAskedReason() const { return m_notAskedReason; }
    [[nodiscard]] FormField* note() const { return m_note; }
    [[nodiscard]] QString pinError() const { return m_pinError; }

    /// Goes to the first question, or the first that has no answer.
    Q_INVOKABLE void ask();
    Q_INVOKABLE void answer(int row);
    Q_INVOKABLE void answerScale(int value);
    Q_INVOKABLE void ratherNotSay();
    Q_INVOKABLE void goOn();
    Q_INVOKABLE void back();
    /// The way out: leaves at once, or asks for the PIN while the phone is handed over.
    Q_INVOKABLE void stop();
    void goBack() override { stop(); }
    /// "Finish" on the last page; asks for the PIN while the phone is handed over.
    Q_INVOKABLE void handBack();
    Q_INVOKABLE void enterPin(const QString& pin);
    Q_INVOKABLE void cancelPin();

Q_SIGNALS:
    void stepChanged();
    void pinNeeded();
    void pinAccepted();
    void pinErrorChanged();

protected:
    void prefill() override;
    [[nodiscard]] QJsonObject extras() const override;
    void restore(const QJsonObject& extras) override;
    void answersChanged() override;
    [[nodiscard]] QStringList findWarnings() override;

private:
    enum class AfterPin { Nothing, Stop, Finish };

    [[nodiscard]] const domain::MeasureItem* item() const;
    [[nodiscard]] domain::Value answerOf(const domain::MeasureItem& item) const;
    [[nodiscard]] QString pointByClock();
    void put(const domain::Value& answer);
    void goTo(int step);
    void showAnswers();
    void setPinError(const QString& error);
    void askPin(AfterPin then);

    domain::Instrument m_instrument;
    domain::ProgrammeRules m_rules;
    VerifyPin m_verifyPin;
    std::vector<domain::Measure> m_others;
    int m_contacts = 0;
    FormField* m_point;
    FormField* m_way;
    FormField* m_takenOn;
    FormField* m_notAskedReason;
    FormField* m_note;
    ChoiceModel m_answers;
    int m_step = 0; ///< 0 the worker's page, then the questions, then the thank you
    QString m_pinError;
    AfterPin m_afterPin = AfterPin::Nothing;
};

} // namespace doorstep::ui
