#pragma once

#include <array>

// The codes of the programme's published tables, one string a list. Kept by hand: a code that leaves a built-in list
// breaks every record and report that uses it.
struct PublishedCodes
{
    const char* list;
    const char* codes;
};

// clang-format off
constexpr std::array kPublishedCodes{
    PublishedCodes{"age-bands",
        "age-under-30 age-30-39 age-40-49 age-50-59 age-60-69 age-70-79 age-80-89 age-90-99 age-100-plus"},
    PublishedCodes{"appointment-locations",
        "service-users-home community-venue other-outside-home community-activity cafe-pub-restaurant "
        "library health-appointment brc-office shopping multiple-service-user-appointment gym-leisure-centre "
        "personal-affairs-appointment social-visit"},
    PublishedCodes{"areas",
        "north london south-east central south-and-channel-islands scotland wales "
        "northern-ireland-and-isle-of-man"},
    PublishedCodes{"assessment-statuses",
        "accepted-for-support declined pending failed-referral"},
    PublishedCodes{"closure-reasons",
        "service-user-need-intensified service-user-choice lost-contact death-of-service-user "
        "went-into-hospital end-of-agreed-service-provision other-reason"},
    PublishedCodes{"contact-kinds",
        "face-to-face telephone telephone-about-service-user email letter journey-support"},
    PublishedCodes{"ethnicities",
        "white-british white-irish white-scottish white-welsh white-other black-african black-caribbean "
        "black-other asian-pakistani asian-indian asian-bangladeshi asian-chinese asian-other arab "
        "mixed-background other-ethnic-group prefer-not-to-say"},
    PublishedCodes{"genders",
        "male female"},
    PublishedCodes{"goal-outcomes",
        "making-meaningful-friends improved-ability-to-manage-day-to-day-activities "
        "improved-ability-to-manage-paperwork-and-finances "
        "improved-awareness-of-and-access-to-further-services increased-satisfaction-with-home-environment "
        "improved-social-networks-and-friendships feeling-more-safe-and-secure "
        "improved-ability-to-cope-in-caring-role"},
    PublishedCodes{"goal-progress",
        "achieved a-lot-of-progress some-progress no-progress"},
    PublishedCodes{"living-arrangements",
        "lives-alone with-family-or-friends with-spouse-or-partner nursing-or-care-home "
        "sheltered-accommodation"},
    PublishedCodes{"referral-sources",
        "self-referral local-authority nhs third-sector british-red-cross family-and-friends private-sector "
        "national-government other unknown"},
    PublishedCodes{"schemes",
        "north-belfast west-belfast douglas carmarthenshire conwy torfaen newport aberdeen shetland fife "
        "dundee inverness reading poole plymouth camborne-redruth nottingham great-yarmouth corby boston "
        "southampton luton thanet barking-dagenham golborne stonebridge-harlesden brixton holloway new-cross "
        "middlesbrough newcastle blyth oldham york durham blackpool stockport"},
    PublishedCodes{"signpost-destinations",
        "third-sector-or-community-group local-authority british-red-cross nhs private-sector "
        "community-directory national-government other-unknown"},
    PublishedCodes{"trigger-groups",
        "living-without-children recently-bereaved recently-divorced-or-separated health-issues "
        "mobility-limitations young-parents"},
};
// clang-format on
