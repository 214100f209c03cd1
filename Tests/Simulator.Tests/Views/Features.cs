using Lessons;
using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Stepping;
using Simulator.Screens.Welcoming;
using Simulator.Terminal;
using Simulator.Tests.Pictures;
using Simulator.Tests.Screens;
using Simulator.Tests.Screens.Pictures;

namespace Simulator.Tests.Views;

/// <summary>Every feature of the screens as a person comes to it: what the program begins with, and the keys that lead there.</summary>
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
        ["exercise-predict"] = (() => ScriptedRun.Worked, "ll"),
        ["exercise-typing"] = (() => ScriptedRun.Worked, "lla0.1"),
        ["exercise-slip"] = (() => ScriptedRun.Worked, ":exercise gradient-of-w5<Enter>a0.10890969<Enter>"),
        ["exercise-solved"] = (() => ScriptedRun.Worked, "lla0.11<Enter>"),
        ["exercise-choice"] = (() => ScriptedRun.Worked, ":exercise sign-of-the-error<Enter>jj<Enter>"),
        ["exercise-wrong-line"] = (() => ScriptedRun.Worked, ":exercise wrong-line-of-w5<Enter>a2<Enter>"),
        ["exercise-found"] = (() => ScriptedRun.Worked, ":exercise wrong-line-of-w5<Enter>a3<Enter>"),
        ["exercise-hint"] = (() => ScriptedRun.Worked, "lliii"),
        ["exercise-list"] = (() => ScriptedRun.Worked, "lla0.11<Enter>na0.7<Enter>:panel exercises<Enter>j"),
        ["predict"] = (() => PictureLessons.Xor, ":predict<Enter>a0.5<Enter>"),
        ["class-covered"] = (() => ScriptedRun.Worked, "H3l"),
        ["class-revealed"] = (() => ScriptedRun.Worked, "H<PageDown><PageDown>"),
        ["class-gradient"] = (() => ScriptedRun.Worked, "H15<PageDown><PageDown>"),
        ["class-blank"] = (() => ScriptedRun.Worked, "H<PageDown>b"),
        ["class-picture"] = (() => PictureLessons.Xor, "H5l:show heatmap<Enter>"),
        ["class-help"] = (() => ScriptedRun.Worked, "H?"),
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

    /// <summary>Features that begin with something else than a lesson.</summary>
    private static readonly Dictionary<string, (Func<Size, Language, Model> Start, string Keys)> Started = new()
    {
        ["picker"] = (ManyLessons.Start, ""),
        ["picker-below"] = (ManyLessons.Start, "20j"),
        ["picker-end"] = (ManyLessons.Start, "G"),
        ["picker-exercises"] = (ManyLessons.Start, "gg11j"),
        ["picker-search"] = (ManyLessons.Start, "/gate <Down>"),
        ["picker-searched"] = (ManyLessons.Start, "/gate<Enter>"),
        ["picker-nothing-found"] = (ManyLessons.Start, "/transformer<Enter>"),
        ["picker-not-done"] = (ManyLessons.Start, "ggf"),
        ["picker-done"] = (ManyLessons.Start, "ff"),
        ["picker-reset"] = (ManyLessons.Start, "R"),
        ["picker-forgotten"] = (ManyLessons.Start, "Ry"),
        ["welcome"] = (ManyLessons.Start, "<F3>"),
        ["welcome-back"] = (ManyLessons.Start, "<F3>l"),
        ["welcome-choose"] = (ManyLessons.Start, "<F3>lh"),
        ["welcome-follow"] = (ManyLessons.Start, "<F3>lhj"),
        ["welcome-return"] = (ManyLessons.Start, "<F3>lhj<Enter>"),
        ["welcome-go-to"] = (ManyLessons.Start, "<F3>lhj<Enter><Backspace>"),
        ["welcome-typing"] = (ManyLessons.Start, "<F3>lhj<Enter><Backspace>:o"),
        ["welcome-help"] = (ManyLessons.Start, "<F3>lhj<Enter><Backspace>:o1<Enter>"),
        ["welcome-over"] = (FirstStart, "lhj<Enter><Backspace>:o1<Enter>?<Esc>"),
    };

    public static IEnumerable<string> Names => All.Keys.Concat(Started.Keys);

    /// <summary>What a feature begins with.</summary>
    public static Model StartOf(string feature, Size size, Language language) => Started.TryGetValue(feature, out var started)
        ? started.Start(size, language)
        : new Model { Size = size, Language = language, Screen = StepScreen.Open(All[feature].Lesson()) };

    public static string KeysOf(string feature) =>
        (Started.TryGetValue(feature, out var started) ? started.Keys : All[feature].Keys).Replace(" ", "<Space>");

    private static Model FirstStart(Size size, Language language) =>
        WelcomeUpdate.Start(ManyLessons.Start(size, language) with { Progress = Progress.Empty }, welcomes: true);
}
