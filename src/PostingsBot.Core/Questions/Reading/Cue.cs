namespace PostingsBot.Core.Questions.Reading;

/// <summary>What a word or phrase steers in a question; the phrases stand in Questions/Data/cues.txt.</summary>
internal enum Cue
{
    Roles, Role, Person, One, Ones, Anything, Find, Uses, Must, NotNeeded, Which,
    Wh, HowMany, HowLong, Aux, Tell, Me,
    Not, Only, And, Or, But, Example, Also, Instead, WhatAbout, Now, Narrow, Drop, Swap, Undo, AnyOfKind,
    LimitedTo, ClosedTo, Resident, OnlySuffix, Outside, From, LiveIn, In, At, Worldwide, Anywhere,
    It, They, Among, All, Other, Previous, Following,
    Compare, FirstPage, More, Similar, Employers, Company, Subscribe, Help, Greeting, Thanks, StartOver, OutOfScope, Task, Instruct,
    BestPaid, LowestPaid, Newest, Oldest, LeastExperience, MostExperience,
    ByEmployer, ByCity, ByCountry, ByWorkplace, BySeniority, ByDiscipline, BySkill, ByEmployment,
    Here, Described,
}
