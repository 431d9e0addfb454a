#pragma once

#include "domain/kinds/contact.h"

namespace doorstep::domain {

/// A goal in the person's words (R29, R31, R34). Earlier wordings live on in the progress entries.
struct Goal
{
    base::Id<Goal> id;
    Ref<Person> person;
    Ref<Episode> episode;
    Whole number;
    Text wording;
    Choice outcome;
    Day setOn;
    Choice progress;
    Day progressOn;
    YesNo company;
    Day endedOn;
    Ref<Worker> worker;
};

template <>
struct Table<Goal>
{
    static constexpr const char* kKind = "goal";
    static constexpr auto kFields = std::tuple{
        field<&Goal::person>("person").refers("person").needed().parent(),
        field<&Goal::episode>("episode").refers("episode").parent(),
        field<&Goal::number>("number").range(1, 99),
        field<&Goal::wording>("wording").longest(1000).personal(),
        field<&Goal::outcome>("outcome").list("goal-outcomes").complete(),
        field<&Goal::setOn>("set_on").past(),
        field<&Goal::progress>("progress").list("goal-progress"),
        field<&Goal::progressOn>("progress_on").past(),
        field<&Goal::company>("company"),
        field<&Goal::endedOn>("ended_on").past(),
        field<&Goal::worker>("worker").refers("worker"),
    };
};

/// What was said about a goal on one day: progress, or new words for it. Append-only (R31, R32).
struct GoalProgress
{
    base::Id<GoalProgress> id;
    Ref<Person> person;
    Ref<Goal> goal;
    Ref<Contact> contact;
    Day on;
    Choice progress;
    Choice point;
    Text wording, note;
    Ref<Worker> worker;
};

template <>
struct Table<GoalProgress>
{
    static constexpr const char* kKind = "goal_progress";
    static constexpr auto kFields = std::tuple{
        field<&GoalProgress::person>("person").refers("person").needed().parent(),
        field<&GoalProgress::goal>("goal").refers("goal").needed().parent().fixed(),
        field<&GoalProgress::contact>("contact").refers("contact").parent(),
        field<&GoalProgress::on>("on_date").past(),
        field<&GoalProgress::progress>("progress").list("goal-progress"),
        field<&GoalProgress::point>("point").list("measure-points"),
        field<&GoalProgress::wording>("wording").longest(1000).personal(),
        field<&GoalProgress::note>("note").personal(),
        field<&GoalProgress::worker>("worker").refers("worker"),
    };
};

} // namespace doorstep::domain
