using Lessons;
using Simulator.Tests.Pictures;
using Simulator.Tests.Screens.Pictures;

namespace Simulator.Tests.Views;

/// <summary>Every feature of the screen as a person comes to it: a lesson, and the keys that lead there.</summary>
internal static class Features
{
    private static readonly Dictionary<string, (Func<Lesson> Lesson, string Keys)> All = new()
    {
        ["terms"] = (() => ScriptedRun.Worked, "t<Tab>5l"),
        ["step-out"] = (() => ScriptedRun.Worked, "t11l2o"),
        ["palette"] = (() => ScriptedRun.Worked, ":step"),
        ["settings"] = (() => ScriptedRun.Worked, ":set <Down>"),
        ["marks"] = (() => ScriptedRun.Worked, "t3lmaG'b"),
        ["epochs"] = (() => PictureLessons.Deep, "t)2)"),
        ["breakpoint"] = (() => PictureLessons.Xor, ":break loss <lt> 0.1<Enter>c"),
        ["reverse-continue"] = (() => PictureLessons.Xor, "G:break prediction flips<Enter>C"),
        ["no-breakpoint-met"] = (() => ScriptedRun.Worked, "t:break NaN<Enter>c"),
        ["watch"] = (() => PictureLessons.Xor, "G:watch w1<Enter>:watch loss<Enter>5h"),
        ["last-change"] = (() => ScriptedRun.Worked, "}l:w5<Enter><lt>"),
        ["provenance"] = (() => ScriptedRun.Worked, ":dE_total/dw1<Enter>pjxjx"),
        ["branch"] = (() => ScriptedRun.Worked, "t}l:set w5 = 0.9<Enter>3l"),
        ["wrong-setting"] = (() => ScriptedRun.Worked, ":set optimizer = adamm<Enter>"),
        ["two-lanes"] = (() => ScriptedRun.Worked, ":compare optimizer = adam<Enter>:w5+<Enter>"),
        ["by-hand"] = (() => ScriptedRun.Worked, "r:E_total<Enter>"),
        ["network"] = (() => DrawingLessons.Xor, ":dE_total/dz1[1,2]<Enter>"),
        ["layers"] = (() => DrawingLessons.Large, ":h1[1,57]<Enter>"),
        ["unrolled-time"] = (() => DrawingLessons.LongShortTerm, "t40l"),
        ["graph"] = (() => DrawingLessons.Graph, "t40l"),
        ["heat-map"] = (() => DrawingLessons.Xor, ":W1[2,1]<Enter>:show heatmap<Enter><S-Right>"),
        ["curves"] = (() => PictureLessons.Xor, ":50%<Enter>:show curves<Enter>"),
        ["boundary"] = (() => PictureLessons.Xor, "G:show boundary<Enter>"),
        ["function"] = (() => ScriptedRun.Worked, ":h1<Enter>:show function<Enter>"),
        ["histogram"] = (() => PictureLessons.Deep, "]]]:show histogram<Enter>"),
        ["surface"] = (() => PictureLessons.Xor, "G:surface w1 w5<Enter>"),
        ["zoom"] = (() => PictureLessons.Xor, "G:show boundary<Enter>z"),
        ["no-picture"] = (() => ScriptedRun.Worked, ":show lanes<Enter>"),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static Lesson LessonOf(string feature) => All[feature].Lesson();

    public static string KeysOf(string feature) => All[feature].Keys.Replace(" ", "<Space>");
}
